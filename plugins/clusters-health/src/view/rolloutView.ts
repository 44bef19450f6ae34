import type { RolloutView } from '@clusterworks/plugin-clusters-common';
import { versionOfWorkload } from '../model/versions';
import type { WorkloadFacts } from '../kinds';
import { estimate, exact, unknownMeasure } from './measures';
import { noStatus } from './unknownReasons';

/** The progress of a Deployment or DaemonSet rollout. */
export function rolloutView(
  component: string,
  kind: 'Deployment' | 'DaemonSet',
  workload: WorkloadFacts,
  options: { stale: boolean; container?: string },
): RolloutView {
  const measure = options.stale ? estimate : exact;
  return {
    component,
    kind,
    namespace: workload.namespace ?? '',
    name: workload.name,
    desired:
      workload.desired === undefined
        ? unknownMeasure(noStatus)
        : measure(workload.desired),
    ready: measure(workload.ready),
    updated: measure(workload.updated),
    version: versionOfWorkload(workload, options.container ?? component),
  };
}
