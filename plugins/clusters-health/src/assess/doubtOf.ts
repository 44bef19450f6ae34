import type { WorkloadFacts } from '../kinds';
import { ciliumExtra } from '../model/cilium/ciliumWorkloads';
import type { ClusterState } from '../model/ClusterState';
import type { RuleContext } from '../rule/RuleContext';

/** How many pods of a workload serve. */
type Serving = Pick<WorkloadFacts, 'desired'> & { name: string; ready: number };

/**
 * Why the cluster is not called healthy although no rule found a fault: a
 * time is not credible, or a workload that every cluster needs has no ready
 * pod, or lacks pods while pods cannot be read. Rules wait some minutes before
 * such a shortage is a fault.
 */
export function doubtOf(ctx: RuleContext): string | undefined {
  if (ctx.sawAbsurdTime) {
    return 'an object has a condition that begins in the future';
  }
  return workloads(ctx).flatMap(each => doubtAbout(ctx, each) ?? [])[0];
}

function doubtAbout(
  cluster: ClusterState,
  { name, desired, ready }: Serving,
): string | undefined {
  if (desired === undefined) {
    return `${name} has no status yet`;
  }
  if (ready >= desired) {
    return undefined;
  }
  const shortage = `${name} has ${ready} of ${desired} pods ready`;
  if (!cluster.ok('pods')) {
    return `${shortage}, and the reason cannot be read (pods: ${cluster.state(
      'pods',
    )})`;
  }
  return ready === 0 ? shortage : undefined;
}

function workloads({ index, snapshot }: ClusterState): Serving[] {
  const daemonSets = [index.ciliumAgent(), ciliumExtra(snapshot, 'envoy')];
  const deployments = [index.ciliumOperator(), index.karpenter()];
  return [
    ...daemonSets.flatMap(each =>
      each
        ? [
            {
              name: `DaemonSet ${each.name}`,
              desired: each.desired,
              ready: each.ready,
            },
          ]
        : [],
    ),
    ...deployments.flatMap(each =>
      each
        ? [
            {
              name: `Deployment ${each.name}`,
              // The API server's default.
              desired: each.desired ?? 1,
              ready: each.available,
            },
          ]
        : [],
    ),
  ];
}
