import { NOW, sickCluster } from '@clusterworks/kube-fixtures';
import { allKinds } from '@clusterworks/plugin-clusters-health';
import { knownCluster } from '../__testUtils__/knownCluster';
import { FleetStore } from '../fleet/FleetStore';
import type { ClusterFacts } from '../reader';
import { WorkQueue } from '../reader/WorkQueue';
import { ClusterAssessor } from './ClusterAssessor';

/** The facts of a large cluster in which many things are wrong. */
function sickFacts(): ClusterFacts {
  const objects = sickCluster(2_000, 20_000);
  return {
    connection: { state: 'up', since: 0 },
    clockSkewMs: 0,
    lastContact: Date.parse(NOW),
    resources: allKinds.map(kind => ({
      kind,
      state: 'ok',
      items: (objects[kind.resource] ?? []).map(object => kind.project(object)),
      unreadable: 0,
    })),
  };
}

/** CPU time of this process since then, independent of other processes. */
function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
}

/** Records the CPU time of each step. */
function* timed<T>(
  steps: Generator<void, T>,
  turns: number[],
): Generator<void, T> {
  for (;;) {
    const started = process.cpuUsage();
    const { done, value } = steps.next();
    turns.push(cpuMs(started));
    if (done) {
      return value;
    }
    yield;
  }
}

/** The longest turn as a share of the time that the whole assessment takes. */
async function longestShare(facts: ClusterFacts): Promise<number> {
  const fleet = new FleetStore();
  const started = process.cpuUsage();
  const queue = new WorkQueue();
  const steps = new ClusterAssessor().assessInSteps(
    knownCluster('large'),
    facts,
    Date.parse(NOW),
    () => undefined,
  );
  const turns: number[] = [];
  const assessed = await queue.run(timed(steps, turns), 'soon');
  fleet.put(knownCluster('large'), assessed);
  const took = cpuMs(started);
  expect(fleet.get('large')?.row.verdict).toBe('critical');
  return Math.max(...turns) / took;
}

describe('a large cluster', () => {
  it('keeps nobody waiting while it is judged and shown', async () => {
    const facts = sickFacts();
    // A garbage collection can fall into the longest turn of one run.
    const shares = [
      await longestShare(facts),
      await longestShare(facts),
      await longestShare(facts),
    ];
    // A rule whose time grows with the square of the objects would take most of
    // the time.
    expect(Math.min(...shares)).toBeLessThan(1 / 3);
  });
});
