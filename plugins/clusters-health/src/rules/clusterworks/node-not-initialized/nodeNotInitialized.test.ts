import { describeRule } from '../../../testing/describeRule';
import { condition, youngClaim } from '../../../testing/world';
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
    says: 'ebs.csi.aws.com',
  },
  {
    name: 'leaves devices to L4',
    world: { nodeclaims: [joined(20, 'ResourceNotRegistered')] },
    state: 'pass',
  },
]);
