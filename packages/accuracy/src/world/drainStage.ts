import { type Condition, condition } from '@clusterworks/kube-fixtures';

const steps = ['Drained', 'VolumesDetached', 'InstanceTerminating'] as const;

const waitsWith = {
  Drained: 'Draining',
  VolumesDetached: 'AwaitingVolumeDetachment',
  InstanceTerminating: 'AwaitingReconciliation',
} as const;

/** The conditions of a NodeClaim whose removal waits at a step. */
export function drainStage(
  at: (typeof steps)[number] | 'finalizer',
  since: string,
): Condition[] {
  const reached = at === 'finalizer' ? steps.length : steps.indexOf(at);
  return steps
    .slice(0, reached + 1)
    .map((step, index) =>
      index < reached
        ? condition(step, 'True', since)
        : condition(step, 'Unknown', since, waitsWith[step], waitsWith[step]),
    );
}
