import { mockServices } from '@backstage/backend-test-utils';
import type { Verdict } from '@clusterworks/plugin-clusters-common';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import { fleetRow } from '../__testUtils__/fleetRow';
import { readEntity } from '../discovery/readEntity';
import type { HistoryStore, VerdictChange } from './HistoryStore';
import type { StateStore, StateToSave } from '../state/StateStore';
import { writeRows } from '../database/writeRows';
import { Chronicle } from './Chronicle';
import type { ClusterSession } from '../sessions/ClusterSession';
import { FleetStore } from '../fleet/FleetStore';

const cluster = readEntity(clusterEntity('x'), {
  allowedHosts: [],
  dangerouslyAllowed: [],
  dangerouslyAllowSkipTlsVerify: false,
});

/** A chronicle whose database takes as long as a test wants. */
function slowChronicle() {
  const fleet = new FleetStore();
  const saved: string[] = [];
  const changes: string[] = [];
  let whileSaving: () => void | Promise<void> = () => {};
  const states = {
    save: (rows: readonly StateToSave[]) =>
      writeRows(rows, async some => {
        await whileSaving();
        saved.push(...some.map(({ detail }) => JSON.parse(detail).row.verdict));
      }),
  } as unknown as StateStore;
  const history = {
    addChanges: (added: readonly VerdictChange[]) =>
      writeRows(added, async some => {
        // A statement holds what it was made from, whatever comes meanwhile.
        const written = some.map(({ to }) => to);
        await whileSaving();
        changes.push(...written);
      }),
  } as unknown as HistoryStore;
  const chronicle = new Chronicle({
    fleet,
    states,
    history,
    logger: mockServices.logger.mock(),
    sessions: new Map([['x', { memory: {} } as ClusterSession]]),
    pointMs: 60_000,
    saveMs: 60_000,
    now: () => 0,
  });
  return {
    chronicle,
    saved,
    changes,
    show: (verdict: Verdict) =>
      fleet.put(cluster, {
        row: fleetRow('x', { verdict }),
        assessment: undefined,
        view: undefined,
      }),
    during(task: () => void | Promise<void>) {
      whileSaving = task;
    },
  };
}

describe('Chronicle', () => {
  it('writes again what changes while it writes', async () => {
    const { chronicle, saved, changes, show, during } = slowChronicle();
    const verdicts: Verdict[] = ['degraded', 'critical'];
    during(() => {
      const next = verdicts.shift();
      if (next) {
        show(next);
      }
    });
    show('healthy');
    await chronicle.save();
    expect(saved).toEqual(['healthy']);
    await chronicle.save();
    expect(saved).toEqual(['healthy', 'critical']);
    expect(changes).toEqual(['healthy', 'degraded', 'critical']);
  });

  it('writes again a state that changes while it is written', async () => {
    const { chronicle, saved, show, during } = slowChronicle();
    during(() => {
      during(() => {});
      show('degraded');
    });
    show('healthy');
    await chronicle.save();
    await chronicle.save();
    expect(saved).toEqual(['healthy', 'degraded']);
  });

  it('tries again what the database did not take', async () => {
    const { chronicle, saved, changes, show, during } = slowChronicle();
    during(() => {
      throw new Error('down');
    });
    show('healthy');
    await chronicle.save();
    expect(saved).toEqual([]);
    during(() => {});
    await chronicle.save();
    expect([saved, changes]).toEqual([['healthy'], ['healthy']]);
  });

  it('writes everything at the end, also when it is writing', async () => {
    const { chronicle, saved, show, during } = slowChronicle();
    let goOn = () => {};
    during(
      () =>
        new Promise<void>(resolve => {
          goOn = resolve;
        }),
    );
    show('healthy');
    const writing = chronicle.save();
    const stopped = chronicle.stop();
    during(() => {});
    show('critical');
    goOn();
    await Promise.all([writing, stopped]);
    expect(saved.at(-1)).toBe('critical');
  });
});
