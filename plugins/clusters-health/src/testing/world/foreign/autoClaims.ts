import { condition } from '../conditions';
import { nodeClaim } from '../karpenterObjects';
import type { Json } from '../merge';
import { ago } from '../time';

/** A NodeClaim of EKS Auto Mode. */
function autoClaim(
  name: string,
  conditions: Json[],
  metadata: Json = {},
): Json {
  return nodeClaim(name, {
    metadata: {
      name: `foreign-auto-${name}`,
      creationTimestamp: ago(120),
      ...metadata,
      labels: { 'karpenter.sh/nodepool': 'foreign-auto' },
    },
    spec: {
      nodeClassRef: {
        group: 'eks.amazonaws.com',
        kind: 'NodeClass',
        name: 'foreign-class',
      },
    },
    status: {
      nodeName: `foreign-auto-${name}`,
      providerID: `aws:///eu-west-1a/i-foreign-${name}`,
      conditions,
    },
  });
}

const launched = condition('Launched', 'True', 120);
const registered = condition('Registered', 'True', 120);
const inService = [launched, registered, condition('Initialized', 'True', 119)];
const waits = (reason: string, message = '') => [
  launched,
  registered,
  condition('Initialized', 'Unknown', 120, reason, message),
];

/** NodeClaims of EKS Auto Mode, one for each step at which a claim can hang. */
export const autoClaims = [
  autoClaim('drifted', [
    ...inService,
    condition('Drifted', 'True', 3 * 24 * 60, 'NodeClassDrift'),
  ]),
  autoClaim('going', inService, { deletionTimestamp: ago(90) }),
  autoClaim('refused', [condition('Launched', 'Unknown', 120, 'Unauthorized')]),
  autoClaim('absent', [
    launched,
    condition('Registered', 'Unknown', 120, 'NodeNotFound'),
  ]),
  autoClaim('died', [launched], {
    creationTimestamp: ago(9),
    deletionTimestamp: ago(8),
  }),
  autoClaim(
    'tainted',
    waits(
      'StartupTaintsExist',
      'StartupTaint "node.cilium.io/agent-not-ready" still exists',
    ),
  ),
  autoClaim('device', waits('ResourceNotRegistered', '"nvidia.com/gpu"')),
  autoClaim('late', waits('NodeNotReady')),
  autoClaim('small', [
    ...inService,
    condition('ConsistentStateFound', 'False', 60),
  ]),
  autoClaim('small', inService, { uid: 'twin', name: 'foreign-auto-twin' }),
];
