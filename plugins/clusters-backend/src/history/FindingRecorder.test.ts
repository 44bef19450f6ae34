import { mockServices } from '@backstage/backend-test-utils';
import type { Assessment } from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import { WriteMonitor } from '../database/WriteMonitor';
import { writeRows } from '../database/writeRows';
import { ClusterBody } from '../fleet/ClusterBody';
import { FleetStore } from '../fleet/FleetStore';
import type { OpenFinding } from './diffFindings';
import type { FindingChangeRow } from './FindingHistoryStore';
import { FindingRecorder } from './FindingRecorder';

const facts = { code: 'P3', severity: 'critical', title: 'x' } as const;

/** A recorder over a database that can be down and has its own memory. */
function recording() {
  const fleet = new FleetStore();
  const rows: FindingChangeRow[] = [];
  const stored = new Map<string, OpenFinding>();
  const world = { now: 0, isDown: false, owned: ['x'], reads: 0 };
  const recorder = new FindingRecorder({
    fleet,
    findings: {
      open: async identities => {
        world.reads += 1;
        if (world.isDown) {
          throw new Error('down');
        }
        return new Map(
          identities.map(id => [id, { open: new Map(stored), until: 0 }]),
        );
      },
      add: added =>
        writeRows(added, async some => {
          if (world.isDown) {
            throw new Error('down');
          }
          rows.push(...some);
        }),
    },
    sessions: {
      get owned() {
        return world.owned;
      },
    },
    monitor: new WriteMonitor(mockServices.logger.mock(), 'history'),
    now: () => world.now,
  });
  return {
    ...{ recorder, fleet, world, stored },
    show(ids: string[], state: 'live' | 'stale' = 'live', more = {}) {
      const row = { ...fleetRow('x'), connection: { state }, ...more };
      const findings = ids.map(id => ({ id, ...facts }));
      const assessment = { findings, checks: [] } as unknown as Assessment;
      fleet.put(knownCluster('x'), { row, assessment, view: undefined });
    },
    async look(minutes = 0) {
      world.now += minutes * 60_000;
      await recorder.look();
      return rows.map(({ finding, change }) => `${finding} ${change}`);
    },
    /** Those of which nobody saw when they happened. */
    unseen() {
      return rows
        .filter(({ orEarlier }) => orEarlier)
        .map(
          ({ finding, change, at }) => `${finding} ${change} ${at / 60_000}`,
        );
    },
  };
}

describe('FindingRecorder', () => {
  it('records that a finding came, went and came back', async () => {
    const { show, look } = recording();
    show(['a']);
    expect(await look()).toEqual(['a came']);
    show([]);
    expect(await look(1)).toHaveLength(1);
    // Nothing changes any more, and still it goes.
    expect(await look(6)).toEqual(['a came', 'a went']);
    show(['a']);
    expect(await look(1)).toEqual(['a came', 'a went', 'a came']);
  });

  it('looks at findings again only when they may have changed', async () => {
    const { show, look } = recording();
    const read = jest.spyOn(ClusterBody.prototype, 'assessment');
    show(['a']);
    await look();
    expect(read).toHaveBeenCalledTimes(1);
    show(['a'], 'live', { podsPending: { certainty: 'exact', value: 7 } });
    await look();
    expect(read).toHaveBeenCalledTimes(1);
    // After a gap, they have to be compared once more.
    show(['a'], 'stale');
    show(['a']);
    await look();
    expect(read).toHaveBeenCalledTimes(2);
    show(['a', 'b']);
    expect(await look()).toEqual(['a came', 'b came']);
    read.mockRestore();
  });

  it('says nothing of a cluster that is not seen', async () => {
    const { show, look } = recording();
    show(['a']);
    await look();
    show([], 'stale');
    await look(10);
    expect(await look(10)).toEqual(['a came']);
  });

  it('marks what happened while nobody saw the cluster', async () => {
    const { show, look, unseen } = recording();
    show(['a']);
    await look(1);
    show(['a', 'b']);
    await look(1);
    show(['a', 'b'], 'stale');
    await look(10);
    show(['c']);
    await look(1);
    await look(6);
    show(['c', 'd']);
    expect(await look(1)).toHaveLength(6);
    expect(unseen().sort()).toEqual([
      ...['a came 1', 'a went 13', 'b went 13', 'c came 13'],
    ]);
  });

  it('goes on from what was recorded before it started', async () => {
    const { show, look, stored } = recording();
    stored.set('a', facts);
    show(['a', 'b']);
    expect(await look()).toEqual(['b came']);
  });

  it('reads anew what another backend may have recorded', async () => {
    const { fleet, show, look, stored, world } = recording();
    show(['a']);
    await look();
    stored.set('a', facts).set('b', facts);
    fleet.restore(knownCluster('x'), {
      row: { ...fleetRow('x'), revision: 7 },
    });
    show(['a', 'b']);
    expect(await look()).toEqual(['a came']);
    expect(world.reads).toBe(2);
  });

  it('writes nothing of clusters that it does not read', async () => {
    const { show, look, world } = recording();
    world.owned = [];
    show(['a']);
    expect(await look()).toEqual([]);
  });

  it('writes later what the database did not take', async () => {
    const { show, look, world } = recording();
    world.isDown = true;
    show(['a']);
    expect(await look()).toEqual([]);
    world.isDown = false;
    expect(await look()).toEqual(['a came']);
    world.isDown = true;
    show(['a', 'b']);
    await look();
    world.isDown = false;
    expect(await look()).toEqual(['a came', 'b came']);
  });
});
