import {
  ago,
  disruptedTaint,
  karpenterEvent,
} from '@clusterworks/kube-fixtures';
import { claimOf, saidOfBoth, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** A node is tainted for replacement; the new one is not there yet. */
export const replacementBeforeRemoval = lookAlike({
  name: 'replacement-before-removal',
  source: 'https://karpenter.sh/docs/concepts/disruption/#control-flow',
  why: 'Consolidation replaces a node: it has the disrupted taint and no deletion timestamp while the replacement boots.',
  mistakenFor: [
    'karpenter/L6',
    'karpenter/L9',
    'karpenter/L13',
    'karpenter/L2',
    'karpenter/L11',
  ],
  build: () => {
    const cluster = standardCluster();
    const old = cluster.at('general-4');
    const replacement = cluster.machine('general-5', {
      zone: 1,
      createdAt: ago('50s'),
      joinedAt: null,
    });
    cluster.edit('Node', old.nodeName, { spec: { taints: [disruptedTaint] } });
    cluster.put(
      ...saidOfBoth(
        old,
        {
          type: 'Normal',
          reason: 'DisruptionWaitingReadiness',
          message: 'Waiting on readiness to continue disruption',
        },
        { at: ago('40s') },
      ),
      karpenterEvent(
        claimOf(replacement),
        {
          type: 'Normal',
          reason: 'DisruptionLaunching',
          message: 'Launching NodeClaim: Underutilized',
        },
        { at: ago('50s') },
      ),
    );
    return cluster;
  },
});
