import { mockServices } from '@backstage/backend-test-utils';
import type { Verdict } from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import { WriteMonitor } from '../database/WriteMonitor';
import { writeRows } from '../database/writeRows';
import { FleetStore } from '../fleet/FleetStore';
import { StateRecorder } from './StateRecorder';
import type { StateStore, StateToSave } from './StateStore';

/** A recorder whose database takes as long as a test wants. */
function slowRecorder() {
  const fleet = new FleetStore();
  const saved: string[] = [];
  const owned = ['x'];
  let whileSaving: () => void | Promise<void> = () => {};
  const states = {
    save: (rows: readonly StateToSave[]) =>
      writeRows(rows, async some => {
        await whileSaving();
        saved.push(...some.map(({ detail }) => JSON.parse(detail).row.verdict));
      }),
  } as unknown as StateStore;
  const recorder = new StateRecorder({
    fleet,
    states,
    monitor: new WriteMonitor(mockServices.logger.mock(), 'states'),
    sessions: {
      owned,
      owns: name => owned.includes(name),
      memoryOf: () => ({}),
    },
    saveMs: 60_000,
    now: () => 0,
  });
  return {
    ...{ recorder, saved, owned, fleet },
    show: (verdict: Verdict) =>
      fleet.put(knownCluster('x'), {
        row: fleetRow('x', { verdict }),
        assessment: undefined,
        view: undefined,
      }),
    during(task: () => void | Promise<void>) {
      whileSaving = task;
    },
  };
}

describe('StateRecorder', () => {
  it('saves again a state that changes while it is saved', async () => {
    const { recorder, saved, show, during } = slowRecorder();
    during(() => {
      during(() => {});
      show('degraded');
    });
    show('healthy');
    await recorder.save();
    await recorder.save();
    await recorder.save();
    expect(saved).toEqual(['healthy', 'degraded']);
  });

  it('tries again what the database did not take', async () => {
    const { recorder, saved, show, during } = slowRecorder();
    during(() => {
      throw new Error('down');
    });
    show('healthy');
    await recorder.save();
    expect(saved).toEqual([]);
    during(() => {});
    await recorder.save();
    expect(saved).toEqual(['healthy']);
  });

  it('saves nothing that others read now', async () => {
    const { recorder, saved, owned, fleet, show } = slowRecorder();
    show('healthy');
    owned.pop();
    await recorder.save();
    owned.push('x');
    const row = { ...fleetRow('x', { verdict: 'critical' }), revision: 7 };
    fleet.restore(knownCluster('x'), { row });
    await recorder.save();
    expect(saved).toEqual([]);
  });

  it('saves everything at the end, also when it is saving', async () => {
    const { recorder, saved, show, during } = slowRecorder();
    let goOn = () => {};
    during(() => new Promise(resolve => (goOn = resolve)));
    show('healthy');
    const saving = recorder.save();
    const stopped = recorder.stop();
    during(() => {});
    show('critical');
    goOn();
    await Promise.all([saving, stopped]);
    expect(saved.at(-1)).toBe('critical');
  });
});
