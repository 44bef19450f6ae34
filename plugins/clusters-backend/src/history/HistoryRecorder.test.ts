import { mockServices } from '@backstage/backend-test-utils';
import type { Verdict } from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import { WriteMonitor } from '../database/WriteMonitor';
import { writeRows } from '../database/writeRows';
import { FleetStore } from '../fleet/FleetStore';
import { HistoryRecorder } from './HistoryRecorder';
import type { ClusterPoint, HistoryStore, VerdictChange } from './HistoryStore';

/** A recorder whose writes to the database end when the test says so. */
function slowRecorder() {
  const fleet = new FleetStore();
  const changes: VerdictChange[] = [];
  const points: ClusterPoint[] = [];
  const logger = mockServices.logger.mock();
  const monitor = new WriteMonitor(logger, 'history');
  let whileSaving: () => void | Promise<void> = () => {};
  const history = {
    addChanges: (added: readonly VerdictChange[]) =>
      writeRows(added, async rows => {
        // Copied, since a statement keeps the values it was built from.
        const written = [...rows];
        await whileSaving();
        changes.push(...written);
      }),
    addPoints: (added: readonly ClusterPoint[]) =>
      writeRows(added, async rows => points.push(...rows)),
  } as unknown as HistoryStore;
  const recorder = new HistoryRecorder({
    fleet,
    history,
    monitor,
    sessions: { owned: ['x', 'y'] },
    pointMs: 60_000,
    saveMs: 60_000,
    now: () => 0,
  });
  return {
    ...{ recorder, changes, points, monitor, logger, fleet },
    show(verdict: Verdict, state: 'live' | 'connecting' | 'stale' = 'live') {
      const row = { ...fleetRow('x', { verdict }), connection: { state } };
      const view = undefined;
      fleet.put(knownCluster('x'), { row, assessment: undefined, view });
    },
    during(task: () => void | Promise<void>) {
      whileSaving = task;
    },
    verdicts: () => changes.map(({ from, to }) => [from, to]),
  };
}

describe('HistoryRecorder', () => {
  it('writes every change of the settled verdict, and nothing else', async () => {
    const { recorder, show, verdicts } = slowRecorder();
    show('unknown', 'connecting');
    show('healthy');
    show('unknown', 'connecting');
    show('healthy', 'stale');
    show('critical');
    await recorder.save();
    expect(verdicts()).toEqual([
      [undefined, 'healthy'],
      ['healthy', 'critical'],
    ]);
  });

  it('continues from the state that another backend recorded', async () => {
    const { recorder, fleet, show, verdicts } = slowRecorder();
    const row = { ...fleetRow('x', { verdict: 'critical' }), revision: 7 };
    fleet.restore(knownCluster('x'), { row });
    show('critical');
    show('healthy');
    await recorder.save();
    expect(verdicts()).toEqual([['critical', 'healthy']]);
  });

  it('loses no change that happens during a write', async () => {
    const { recorder, show, during, verdicts } = slowRecorder();
    const next: Verdict[] = ['degraded', 'critical'];
    during(() => next.splice(0, 1).forEach(verdict => show(verdict)));
    show('healthy');
    for (let count = 0; count < 3; count += 1) {
      await recorder.save();
    }
    expect(verdicts().map(([, to]) => to)).toEqual([
      'healthy',
      'degraded',
      'critical',
    ]);
  });

  it('repeats a failed write, and logs the failure once', async () => {
    const { recorder, show, during, verdicts, logger } = slowRecorder();
    during(() => {
      throw new Error('down');
    });
    show('healthy');
    await recorder.save();
    show('critical');
    await recorder.save();
    expect(verdicts()).toEqual([]);
    expect(logger.error).toHaveBeenCalledTimes(1);
    during(() => {});
    await recorder.save();
    expect(verdicts()).toHaveLength(2);
  });

  it('holds at most 10,000 changes, and counts the discarded ones', async () => {
    const { recorder, show, changes, monitor } = slowRecorder();
    for (let count = 0; count < 10_001; count += 1) {
      show(count % 2 ? 'healthy' : 'critical');
    }
    await recorder.save();
    expect(changes).toHaveLength(10_000);
    expect(changes[0].from).toBe('critical');
    expect(monitor.lost).toBe(1);
  });

  it('writes everything at the end, also during another write', async () => {
    const { recorder, show, during, verdicts } = slowRecorder();
    let goOn = () => {};
    during(() => new Promise(resolve => (goOn = resolve)));
    show('healthy');
    const writing = recorder.save();
    const stopped = recorder.stop();
    during(() => {});
    show('critical');
    goOn();
    await Promise.all([writing, stopped]);
    expect(verdicts().at(-1)).toEqual(['healthy', 'critical']);
  });

  it('has written what was there when it was told to, also during another write', async () => {
    const { recorder, show, during, verdicts } = slowRecorder();
    let goOn = () => {};
    during(() => new Promise(resolve => (goOn = resolve)));
    show('healthy');
    const writing = recorder.save();
    show('critical');
    const flushed = recorder.flush();
    during(() => {});
    goOn();
    await flushed;
    expect(verdicts()).toEqual([
      [undefined, 'healthy'],
      ['healthy', 'critical'],
    ]);
    await writing;
  });

  it('adds points only for live clusters', async () => {
    const { recorder, show, points } = slowRecorder();
    await recorder.addPoints();
    show('healthy', 'stale');
    await recorder.addPoints();
    expect(points).toEqual([]);
    show('healthy');
    await recorder.addPoints();
    expect(points).toMatchObject([
      { cluster: 'x', point: { verdict: 'healthy' } },
    ]);
  });
});
