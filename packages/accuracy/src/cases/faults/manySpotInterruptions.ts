import {
  ago,
  ciliumTaint,
  type Duration,
  karpenterEvent,
  nodePool,
  poolFacts,
} from '@clusterworks/kube-fixtures';
import { lostClaim, standardCluster } from '../../world';
import { fault } from '../Case';

/** EC2 takes most of the spot instances back within an hour. */
export const manySpotInterruptions = fault({
  name: 'many-spot-interruptions',
  source: 'https://karpenter.sh/docs/concepts/disruption/#interruption',
  why: 'Six spot instances were taken back within 50 minutes, of seven that run. Karpenter replaces them, but the pool allows a single type: it should have more choice.',
  verdict: 'degraded',
  root: ['karpenter/L7'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L8', 'karpenter/L9', 'karpenter/L6'],
  says: ['spot|interrupt', '\\b6\\b|six'],
  build: () => {
    const cluster = standardCluster();
    const pool = poolFacts('spot', {
      template: {
        spec: {
          nodeClassRef: {
            group: 'karpenter.k8s.aws',
            kind: 'EC2NodeClass',
            name: 'default',
          },
          requirements: [
            {
              key: 'karpenter.sh/capacity-type',
              operator: 'In',
              values: ['spot'],
            },
            {
              key: 'node.kubernetes.io/instance-type',
              operator: 'In',
              values: ['m6i.xlarge'],
            },
          ],
          startupTaints: [ciliumTaint],
          expireAfter: '720h',
        },
      },
    });
    cluster.put(
      nodePool('spot', {
        cluster: cluster.facts,
        createdAt: ago('9d'),
        manifest: pool.spec,
      }),
    );
    for (const index of [1, 2, 3]) {
      cluster.machine(`spot-${index}`, {
        pool,
        capacityType: 'spot',
        zone: index % 2,
        createdAt: ago(`${10 + index * 9}m` as Duration),
      });
    }
    for (let index = 0; index < 6; index += 1) {
      const at = ago(`${3 + index * 8}m` as Duration);
      cluster.put(
        karpenterEvent(
          lostClaim('spot', index),
          {
            reason: 'SpotInterrupted',
            message: 'Spot interruption warning was triggered',
          },
          { at },
        ),
        karpenterEvent(
          lostClaim('spot', index),
          {
            reason: 'TerminatingOnInterruption',
            message: 'Interruption triggered termination for the NodeClaim',
          },
          { at },
        ),
      );
    }
    return cluster;
  },
});
