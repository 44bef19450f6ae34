import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { RenderWarning } from '../warnings/RenderWarning';
import type { EarlierRender } from './earlierRender';

/**
 * Says what another `cluster.id` does to a cluster that runs: the id is part
 * of each identity, so until an agent has restarted, it and the others know
 * the same pod by different identities.
 */
export function meshIdWarnings(
  { spec }: ResolvedClusterSpec,
  earlier: EarlierRender | undefined,
): RenderWarning[] {
  const from = earlier?.meshId;
  const to = spec.cilium.clusterMesh.id;
  return from === undefined || from === to
    ? []
    : [
        {
          code: 'cluster-id-changes',
          message: `Cilium's cluster.id goes from ${from} to ${to}, and all pods get new identities: while the agents restart, network policies can refuse connections that they allow. Do it in a quiet hour, and restart the workloads afterwards.`,
        },
      ];
}
