import {
  ago,
  ciliumTaint,
  condition,
  disruptedTaint,
  karpenterEvent,
  nodePool,
  poolFacts,
  service,
} from '@clusterworks/kube-fixtures';
import {
  addWaitingPods,
  nodeOf,
  saidOfBoth,
  standardCluster,
} from '../../world';
import { lookAlike } from '../Case';

/** One spot node is interrupted, drains, and its replacement boots. */
export const spotInterruptionHandled = lookAlike({
  name: 'spot-interruption-handled',
  source: 'https://karpenter.sh/docs/concepts/disruption/#interruption',
  why: 'EC2 takes one spot instance of five back; Karpenter drains it since 70 s and has launched another. That is how spot works.',
  mistakenFor: ['karpenter/L6', 'karpenter/C5', 'karpenter/L13'],
  neutral: ['karpenter/L7'],
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
              values: ['spot', 'on-demand'],
            },
          ],
          startupTaints: [ciliumTaint],
          expireAfter: '720h',
        },
      },
    });
    cluster.put(
      nodePool('spot', { manifest: pool.spec, createdAt: ago('20d') }),
    );
    const gone = cluster.machine('spot-1', {
      pool,
      capacityType: 'spot',
      node: { deletedAt: ago('70s'), taints: [disruptedTaint] },
      claim: {
        deletedAt: ago('70s'),
        conditions: [
          condition('Drained', 'Unknown', ago('69s'), 'Draining', 'Draining'),
        ],
      },
    });
    const next = cluster.machine('spot-2', {
      pool,
      capacityType: 'spot',
      createdAt: ago('66s'),
      joinedAt: null,
    });
    cluster.run(service('thumbs', 'media'), [
      'spot-1',
      'general-2',
      'general-3',
    ]);
    cluster.put(
      ...saidOfBoth(
        gone,
        {
          reason: 'SpotInterrupted',
          message: 'Spot interruption warning was triggered',
        },
        { at: ago('72s') },
      ),
      ...saidOfBoth(
        gone,
        {
          reason: 'TerminatingOnInterruption',
          message: 'Interruption triggered termination for the NodeClaim',
        },
        { at: ago('72s') },
      ),
      karpenterEvent(
        nodeOf(gone),
        {
          reason: 'FailedDraining',
          message: 'Failed to drain node, 1 pods are waiting to be evicted',
        },
        { at: ago('69s') },
      ),
    );
    addWaitingPods(cluster, service('thumbs-queue', 'media'), {
      since: '66s',
      nominated: next,
    });
    return cluster;
  },
});
