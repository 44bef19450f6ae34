import { describeRule } from '../../../testing/describeRule';
import { condition, pod, youngClaim } from '../../../testing/world';
import { nodeNotInitialized } from './nodeNotInitialized';

const joined = (minutes: number, reason: string, message = '') =>
  youngClaim(
    'general-2',
    minutes,
    condition('Registered', 'True', minutes),
    condition('Initialized', 'Unknown', minutes, reason, message),
  );

describeRule(nodeNotInitialized, [
  {
    name: 'warns after 5 minutes',
    world: {
      nodeclaims: [joined(6, 'NodeNotReady', 'Node status is NotReady')],
    },
    state: 'fired',
    severity: 'warning',
    says: 'NodeNotReady: Node status is NotReady',
  },
  {
    name: 'warns for 15 minutes',
    world: { nodeclaims: [joined(14.9, 'NodeNotReady')] },
    state: 'fired',
    severity: 'warning',
  },
  {
    name: 'is critical after 15',
    world: { nodeclaims: [joined(16, 'KnownEphemeralTaintsExist')] },
    state: 'fired',
    severity: 'critical',
  },
  {
    name: 'waits for 5 minutes',
    world: { nodeclaims: [joined(4.9, 'NodeNotReady')] },
    state: 'pass',
  },
  {
    name: "leaves Cilium's taint to L3",
    world: {
      nodeclaims: [
        joined(
          20,
          'StartupTaintsExist',
          'StartupTaint "node.cilium.io/agent-not-ready" still exists',
        ),
      ],
    },
    state: 'pass',
  },
  {
    name: 'names the taint of another agent',
    world: {
      nodeclaims: [
        joined(
          20,
          'StartupTaintsExist',
          'StartupTaint "ebs.csi.aws.com/agent-not-ready" still exists',
        ),
      ],
    },
    state: 'fired',
    says: 'taint ebs.csi.aws.com/agent-not-ready is still there, which the EBS CSI driver removes',
    offers: '-l app=ebs-csi-node --field-selector spec.nodeName=node-general-2',
    offersNot: /delete pod/,
  },
  {
    name: 'restarts the agent that runs on the node',
    world: {
      nodeclaims: [
        joined(
          20,
          'StartupTaintsExist',
          'StartupTaint "ebs.csi.aws.com/agent-not-ready:NoExecute" still exists',
        ),
      ],
      pods: [
        pod('ebs-csi-node-9', {
          node: 'node-general-2',
          metadata: {
            namespace: 'kube-system',
            labels: { app: 'ebs-csi-node' },
          },
        }),
      ],
    },
    state: 'fired',
    offers: 'kubectl -n kube-system delete pod ebs-csi-node-9',
  },
  {
    name: 'restarts no agent that is not ready',
    world: {
      nodeclaims: [
        joined(
          20,
          'StartupTaintsExist',
          'StartupTaint "ebs.csi.aws.com/agent-not-ready" still exists',
        ),
      ],
      pods: [
        pod('ebs-csi-node-9', {
          node: 'node-general-2',
          metadata: {
            namespace: 'kube-system',
            labels: { app: 'ebs-csi-node' },
          },
          status: { conditions: [condition('Ready', 'False')] },
        }),
      ],
    },
    state: 'fired',
    offersNot: /delete pod/,
  },
  {
    name: 'gives the key of an unknown taint',
    world: {
      nodeclaims: [
        joined(
          20,
          'StartupTaintsExist',
          'StartupTaint "example.com/not-yet=true:NoSchedule" still exists',
        ),
      ],
    },
    state: 'fired',
    says: /: taint example.com\/not-yet is still there$/,
    offers: 'the agent that removes example.com/not-yet',
  },
  {
    name: 'leaves devices to L4',
    world: { nodeclaims: [joined(20, 'ResourceNotRegistered')] },
    state: 'pass',
  },
]);
