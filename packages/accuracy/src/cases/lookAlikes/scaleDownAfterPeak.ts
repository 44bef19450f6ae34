import {
  ago,
  type Duration,
  karpenterEvent,
} from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** The evening peak is over: four nodes that served for hours are gone. */
export const scaleDownAfterPeak = lookAlike({
  name: 'scale-down-after-peak',
  source: 'https://karpenter.sh/docs/concepts/disruption/#consolidation',
  why: 'Karpenter removed four nodes in the last hour after they had run for five. That is consolidation at work, not churn.',
  mistakenFor: [
    'karpenter/L9',
    'karpenter/L7',
    'karpenter/L6',
    'karpenter/L13',
  ],
  build: () => {
    const cluster = standardCluster();
    for (const [index, name] of [
      'general-4hs8k',
      'general-9dk2w',
      'general-pl3vx',
      'general-zz7qd',
    ].entries()) {
      const at = ago(`${12 + index * 11}m` as Duration);
      cluster.put(
        karpenterEvent(
          { apiVersion: 'karpenter.sh/v1', kind: 'NodeClaim', name },
          {
            type: 'Normal',
            reason: 'DisruptionTerminating',
            message: 'Disrupting NodeClaim: Underutilized',
          },
          { at },
        ),
      );
    }
    return cluster;
  },
});
