import { setImmediate as nextTurn } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import type { Verdict } from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import { WriteMonitor } from '../database/WriteMonitor';
import { writeRows } from '../database/writeRows';
import { FleetStore } from '../fleet/FleetStore';
import { StateRecorder } from './StateRecorder';
import type { StateStore, StateToSave } from './StateStore';

/** A recorder whose writes to the database end when the test says so. */
function slowRecorder() {
  const fleet = new FleetStore();
  const saved: string[] = [];
  const owned = ['x'];
  let whileSaving: () => void | Promise<void> = () => {};
  let beforeSaving: () => void | Promise<void> = () => {};
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
    flushChanges: async () => beforeSaving(),
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
    before(task: () => void | Promise<void>) {
      beforeSaving = task;
    },
  };
}

describe('StateRecorder', () => {
  it('saves a state again when it changes during a save', async () => {
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

  it('repeats a failed save', async () => {
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

  it('saves no cluster that another backend reads now', async () => {
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

  it('saves no state before the history of how it came about', async () => {
    const { recorder, saved, show, before } = slowRecorder();
    let written = () => {};
    before(() => new Promise(resolve => (written = resolve)));
    show('healthy');
    const saving = recorder.save();
    // This change is not in the history that is being written.
    show('critical');
    await nextTurn();
    expect(saved).toEqual([]);
    before(() => {});
    written();
    await saving;
    expect(saved).toEqual(['healthy']);
    await recorder.save();
    expect(saved).toEqual(['healthy', 'critical']);
  });

  it('saves everything at the end, also during another save', async () => {
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
