import { emptyMemory } from '../../../rule/memory';
import { ciliumDaemonSet } from '../ciliumWorkload';
import { condition } from '../conditions';
import { karpenterEvent } from '../events';
import { nodePool } from '../karpenterObjects';
import { ago } from '../time';
import { autoClaims } from './autoClaims';
import { podsOn, sandboxEvent } from './foreignPods';
import type { ForeignWorld } from './ForeignWorld';
import { notOn } from './onNodes';
import { withoutCilium } from './withoutCilium';

const autoLabels = {
  'karpenter.sh/nodepool': 'foreign-auto',
  'eks.amazonaws.com/compute-type': 'auto',
};

const autoEvent = (kind: string, name: string, reason: string, message = '') =>
  karpenterEvent(kind, `foreign-auto${name}`, reason, message, 2);

/**
 * EKS Auto Mode with every fault that would be a finding in one of Karpenter's
 * own pools.
 */
export const autoMode: ForeignWorld = {
  adds: {
    nodepools: [
      nodePool('foreign-auto', {
        spec: {
          limits: { cpu: '4' },
          disruption: { budgets: [{ nodes: '0' }] },
          template: {
            spec: {
              nodeClassRef: {
                group: 'eks.amazonaws.com',
                kind: 'NodeClass',
                name: 'foreign-class',
              },
              startupTaints: [],
              expireAfter: 'Never',
              terminationGracePeriod: undefined,
              requirements: [
                {
                  key: 'karpenter.sh/capacity-type',
                  operator: 'In',
                  values: ['spot'],
                },
              ],
            },
          },
        },
        status: {
          resources: { cpu: '4' },
          conditions: [
            condition('NodeClassReady', 'False', 60, 'NodeClassNotFound'),
            condition('NodeRegistrationHealthy', 'False', 60),
            condition('Ready', 'False', 60),
          ],
        },
      }),
    ],
    nodeclaims: autoClaims,
    nodes: [
      withoutCilium('auto-drifted', autoLabels, {
        status: {
          conditions: [
            condition('Ready', 'True', 600),
            condition('NetworkingReady', 'False', 60),
          ],
        },
      }),
      withoutCilium('auto-alone', autoLabels),
      withoutCilium('auto-left', autoLabels, {
        deletedAt: ago(90),
      }),
    ],
    pods: podsOn('foreign-auto-drifted'),
    events: [
      sandboxEvent,
      autoEvent('NodePool', '', 'NoCompatibleInstanceTypes', 'none'),
      autoEvent('NodePool', '', 'ZonalShiftActive', 'shift'),
      autoEvent('NodeClaim', '-3aaaa', 'InsufficientCapacityError', 'none'),
      autoEvent('NodeClaim', '-drifted', 'SpotInterrupted', 'two minutes'),
      autoEvent('NodeClaim', '-small', 'SpotRebalanceRecommendation', 'soon'),
      autoEvent('NodeClaim', '-drifted', 'NodeRepairBlocked', 'too many'),
      autoEvent('Node', '-drifted', 'RebootFailed', 'no'),
      ...['Node', 'NodeClaim'].map(kind =>
        autoEvent(
          kind,
          '-drifted',
          'DisruptionBlocked',
          'Pdb prevents pod evictions (PodDisruptionBudget=[default/x])',
        ),
      ),
    ],
  },
  replaces: {
    daemonsets: [
      ciliumDaemonSet(notOn('eks.amazonaws.com/compute-type', 'auto')),
    ],
  },
  memory: {
    ...emptyMemory(),
    at: Date.parse(ago(1)),
    deletedClaims: ['a', 'b', 'c'].map(name => ({
      name: `foreign-auto-${name}`,
      pool: 'foreign-auto',
      createdAt: Date.parse(ago(9)),
      initialized: true,
      deletedAt: Date.parse(ago(4)),
    })),
  },
};
