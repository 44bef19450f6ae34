import { describeRule } from '../../../testing/describeRule';
import {
  ciliumConfigMap,
  condition,
  node,
  youngClaim,
} from '../../../testing/world';
import { nodeclaimWaitsForCni } from './nodeclaimWaitsForCni';

const tainted = (minutes: number, key = 'node.cilium.io/agent-not-ready') =>
  youngClaim(
    'general-1',
    minutes,
    condition('Registered', 'True', minutes),
    condition(
      'Initialized',
      'Unknown',
      minutes,
      'StartupTaintsExist',
      `StartupTaint "${key}=true:NoExecute" still exists`,
    ),
  );

describeRule(nodeclaimWaitsForCni, [
  {
    name: 'warns after 5 minutes',
    world: { nodeclaims: [tainted(6)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'warns for 15 minutes',
    world: { nodeclaims: [tainted(14.9)] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'is critical after 15',
    world: { nodeclaims: [tainted(16)] },
    state: 'fired',
    severity: 'critical',
    says: 'waited for Cilium for 16 min',
  },
  {
    name: 'waits for 5 minutes',
    world: { nodeclaims: [tainted(4.9)] },
    state: 'pass',
  },
  {
    name: 'leaves out the taint of another agent',
    world: { nodeclaims: [tainted(20, 'ebs.csi.aws.com/agent-not-ready')] },
    state: 'pass',
  },
  {
    name: 'takes the key from the configuration',
    world: {
      nodeclaims: [tainted(20, 'acme.io/no-cni')],
      configmaps: [
        ciliumConfigMap({ 'agent-not-ready-taint-key': 'acme.io/no-cni' }),
      ],
    },
    state: 'fired',
  },
  {
    name: 'detects a kubelet that waits for its network',
    world: {
      nodeclaims: [
        youngClaim(
          'general-1',
          8,
          condition(
            'Initialized',
            'Unknown',
            8,
            'NodeNotReady',
            'Node status is NotReady',
          ),
        ),
      ].map(claim => ({
        ...claim,
        status: { ...(claim.status as object), nodeName: 'node-general-1' },
      })),
      nodes: [
        node('general-1', {
          status: {
            conditions: [
              condition(
                'Ready',
                'False',
                8,
                'KubeletNotReady',
                'cni plugin not initialized',
              ),
            ],
          },
        }),
      ],
    },
    state: 'fired',
  },
]);
