import { awsNodeConflict } from '../../rules/cilium/aws-node-conflict/awsNodeConflict';
import { ciliumAgentDown } from '../../rules/cilium/cilium-agent-down/ciliumAgentDown';
import { ciliumAgentsNotReady } from '../../rules/cilium/cilium-agents-not-ready/ciliumAgentsNotReady';
import { ciliumEnvoyNotReady } from '../../rules/cilium/cilium-envoy-not-ready/ciliumEnvoyNotReady';
import { ciliumOperatorDown } from '../../rules/cilium/cilium-operator-down/ciliumOperatorDown';
import { ciliumTaintStuck } from '../../rules/cilium/cilium-taint-stuck/ciliumTaintStuck';
import { ciliumendpointNotReady } from '../../rules/cilium/ciliumendpoint-not-ready/ciliumendpointNotReady';
import { ciliumnodeOfOtherInstance } from '../../rules/cilium/ciliumnode-of-other-instance/ciliumnodeOfOtherInstance';
import { ciliumnodeStuck } from '../../rules/cilium/ciliumnode-stuck/ciliumnodeStuck';
import { doubleLaunch } from '../../rules/cilium/double-launch/doubleLaunch';
import { ipamModeMismatch } from '../../rules/cilium/ipam-mode-mismatch/ipamModeMismatch';
import { networkStatusMissing } from '../../rules/cilium/network-status-missing/networkStatusMissing';
import { nodeAddressPressure } from '../../rules/cilium/node-address-pressure/nodeAddressPressure';
import { nodeWithoutCiliumnode } from '../../rules/cilium/node-without-ciliumnode/nodeWithoutCiliumnode';
import { operatorDoesNotTolerate } from '../../rules/cilium/operator-does-not-tolerate/operatorDoesNotTolerate';
import { podsNotManagedByCilium } from '../../rules/cilium/pods-not-managed-by-cilium/podsNotManagedByCilium';
import { podsStuckInContainerCreating } from '../../rules/cilium/pods-stuck-in-container-creating/podsStuckInContainerCreating';
import { prefixPoolGap } from '../../rules/cilium/prefix-pool-gap/prefixPoolGap';
import { ciliumIpamEni } from '../../rules/clusterworks/cilium-ipam-eni/ciliumIpamEni';
import { ciliumPodsRunning } from '../../rules/clusterworks/cilium-pods-running/ciliumPodsRunning';
import { karpenterPodsRunning } from '../../rules/clusterworks/karpenter-pods-running/karpenterPodsRunning';
import { nodeNotInitialized } from '../../rules/clusterworks/node-not-initialized/nodeNotInitialized';
import { nodeNotReady } from '../../rules/clusterworks/node-not-ready/nodeNotReady';
import { nodeclassesCreated } from '../../rules/clusterworks/nodeclasses-created/nodeclassesCreated';
import { nodepoolsCreated } from '../../rules/clusterworks/nodepools-created/nodepoolsCreated';
import { podsWaiting } from '../../rules/clusterworks/pods-waiting/podsWaiting';
import { consolidationBlocked } from '../../rules/karpenter/consolidation-blocked/consolidationBlocked';
import { controllerCrashLoop } from '../../rules/karpenter/controller-crash-loop/controllerCrashLoop';
import { controllerDown } from '../../rules/karpenter/controller-down/controllerDown';
import { crdSkew } from '../../rules/karpenter/crd-skew/crdSkew';
import { insufficientCapacity } from '../../rules/karpenter/insufficient-capacity/insufficientCapacity';
import { karpenterVersion } from '../../rules/karpenter/karpenter-version/karpenterVersion';
import { leaderLost } from '../../rules/karpenter/leader-lost/leaderLost';
import { nodeclaimChurn } from '../../rules/karpenter/nodeclaim-churn/nodeclaimChurn';
import { nodeclaimDrifted } from '../../rules/karpenter/nodeclaim-drifted/nodeclaimDrifted';
import { nodeclaimLaunchFails } from '../../rules/karpenter/nodeclaim-launch-fails/nodeclaimLaunchFails';
import { nodeclaimNotRegistering } from '../../rules/karpenter/nodeclaim-not-registering/nodeclaimNotRegistering';
import { nodeclaimStuckDeleting } from '../../rules/karpenter/nodeclaim-stuck-deleting/nodeclaimStuckDeleting';
import { nodeclaimWaitsForCni } from '../../rules/karpenter/nodeclaim-waits-for-cni/nodeclaimWaitsForCni';
import { nodeclaimWaitsForDevice } from '../../rules/karpenter/nodeclaim-waits-for-device/nodeclaimWaitsForDevice';
import { nodeclassAmis } from '../../rules/karpenter/nodeclass-amis/nodeclassAmis';
import { nodeclassInstanceProfile } from '../../rules/karpenter/nodeclass-instance-profile/nodeclassInstanceProfile';
import { nodeclassSecurityGroups } from '../../rules/karpenter/nodeclass-security-groups/nodeclassSecurityGroups';
import { nodeclassStickyCidr } from '../../rules/karpenter/nodeclass-sticky-cidr/nodeclassStickyCidr';
import { nodeclassSubnets } from '../../rules/karpenter/nodeclass-subnets/nodeclassSubnets';
import { nodeclassValidation } from '../../rules/karpenter/nodeclass-validation/nodeclassValidation';
import { nodepoolBudgetBlocks } from '../../rules/karpenter/nodepool-budget-blocks/nodepoolBudgetBlocks';
import { nodepoolClassMissing } from '../../rules/karpenter/nodepool-class-missing/nodepoolClassMissing';
import { nodepoolLimit } from '../../rules/karpenter/nodepool-limit/nodepoolLimit';
import { nodepoolNoInstanceTypes } from '../../rules/karpenter/nodepool-no-instance-types/nodepoolNoInstanceTypes';
import { nodepoolNotReady } from '../../rules/karpenter/nodepool-not-ready/nodepoolNotReady';
import { nodepoolRegistration } from '../../rules/karpenter/nodepool-registration/nodepoolRegistration';
import { nodepoolStartupTaint } from '../../rules/karpenter/nodepool-startup-taint/nodepoolStartupTaint';
import { nothingInstalled } from '../../rules/karpenter/nothing-installed/nothingInstalled';
import { v1beta1Leftovers } from '../../rules/karpenter/v1beta1-leftovers/v1beta1Leftovers';
import { CauseEdge } from './CauseEdge';

const operatorFaults = [ciliumOperatorDown, operatorDoesNotTolerate];
const ciliumNodeEffects = [
  ciliumAgentsNotReady,
  ciliumAgentDown,
  ciliumTaintStuck,
  nodeWithoutCiliumnode,
  nodeAddressPressure,
  networkStatusMissing,
  podsStuckInContainerCreating,
  nodeclaimWaitsForCni,
  nodeNotInitialized,
  nodeNotReady,
];
const controllerFaults = [controllerCrashLoop, controllerDown, leaderLost];
const waiting = [podsWaiting];
const nodeClassFaults = [
  nodeclassSubnets,
  nodeclassSecurityGroups,
  nodeclassAmis,
  nodeclassInstanceProfile,
  nodeclassValidation,
  nodeclassStickyCidr,
];

/**
 * What follows from what, nearest causes first: a finding takes the first
 * cause that fits, and roots are found by following the chain.
 *
 * @public
 */
export const causeEdges: readonly CauseEdge[] = [
  // Karpenter's controller: nothing moves without it.
  {
    causes: [controllerCrashLoop],
    effects: [controllerDown, leaderLost],
    when: 'always',
  },
  { causes: [controllerDown], effects: [leaderLost], when: 'always' },
  // Objects that the API server cannot convert: nothing of Karpenter works.
  {
    causes: [v1beta1Leftovers],
    effects: [crdSkew, controllerCrashLoop, controllerDown, leaderLost],
    when: 'shared',
  },
  { causes: [v1beta1Leftovers], effects: waiting, when: 'shared' },
  {
    causes: [karpenterVersion],
    effects: [controllerCrashLoop],
    when: 'shared',
  },
  // A node class that cannot launch, and its pools.
  {
    causes: nodeClassFaults,
    effects: [
      nodepoolNotReady,
      nodepoolClassMissing,
      nodeclaimLaunchFails,
      nodepoolRegistration,
    ],
    when: 'shared',
  },
  {
    causes: [
      nodeclassSubnets,
      nodeclassSecurityGroups,
      nodeclassAmis,
      nodeclassInstanceProfile,
    ],
    effects: [nodeclassValidation],
    when: 'shared',
  },
  {
    causes: [nodepoolClassMissing],
    effects: [nodepoolNotReady],
    when: 'shared',
  },
  // A node that went silent takes its own pods with it.
  {
    causes: [nodeNotReady],
    effects: [
      ciliumAgentsNotReady,
      ciliumAgentDown,
      ciliumEnvoyNotReady,
      podsNotManagedByCilium,
      ciliumendpointNotReady,
      nodeclaimStuckDeleting,
    ],
    when: 'shared',
  },
  // Cilium's operator: no addresses, no taint removal anywhere.
  {
    causes: operatorFaults,
    effects: [ciliumnodeStuck, ...ciliumNodeEffects],
    when: 'always',
  },
  {
    causes: [operatorDoesNotTolerate],
    effects: [ciliumOperatorDown],
    when: 'always',
  },
  { causes: [ipamModeMismatch], effects: [ciliumnodeStuck], when: 'always' },
  // No addresses on a node: the agent waits, the taint stays.
  {
    causes: [ciliumnodeOfOtherInstance, ciliumnodeStuck],
    effects: ciliumNodeEffects,
    when: 'shared',
  },
  {
    causes: [ciliumnodeOfOtherInstance],
    effects: [ciliumnodeStuck],
    when: 'shared',
  },
  // One subnet without addresses: stuck nodes and short ones are one story.
  { causes: [ciliumnodeStuck], effects: [nodeAddressPressure], when: 'shared' },
  // The agent of a node does not run: its taint stays.
  {
    causes: [ciliumAgentDown, ciliumAgentsNotReady, nodeWithoutCiliumnode],
    effects: [
      ciliumTaintStuck,
      networkStatusMissing,
      podsStuckInContainerCreating,
      nodeclaimWaitsForCni,
      ciliumendpointNotReady,
    ],
    when: 'shared',
  },
  {
    causes: [ciliumAgentDown],
    effects: [ciliumAgentsNotReady],
    when: 'shared',
  },
  {
    causes: [ciliumTaintStuck],
    effects: [nodeclaimWaitsForCni],
    when: 'shared',
  },
  {
    causes: [nodeAddressPressure, prefixPoolGap, awsNodeConflict],
    effects: [podsStuckInContainerCreating],
    when: 'shared',
  },
  // A missing start-up taint shows as double launches.
  {
    causes: [nodepoolStartupTaint],
    effects: [nodeclaimChurn, doubleLaunch],
    when: 'shared',
  },
  { causes: [nodeclaimChurn], effects: [doubleLaunch], when: 'shared' },
  // No capacity: claims come and go.
  {
    causes: [insufficientCapacity],
    effects: [
      nodepoolNoInstanceTypes,
      nodeclaimChurn,
      nodeclaimLaunchFails,
      nodepoolRegistration,
    ],
    when: 'shared',
  },
  // A node that does not register makes its pool unhealthy.
  {
    causes: [nodeclaimNotRegistering],
    effects: [nodepoolRegistration],
    when: 'shared',
  },
  {
    causes: [nodeclaimLaunchFails],
    effects: [nodepoolRegistration],
    when: 'shared',
  },
  // Drift that cannot go on.
  {
    causes: [nodepoolBudgetBlocks],
    effects: [nodeclaimDrifted, consolidationBlocked],
    when: 'shared',
  },
  // Pods that wait, from the most to the least specific cause.
  {
    causes: [nodepoolLimit, insufficientCapacity, nodepoolNoInstanceTypes],
    effects: waiting,
    when: 'shared',
  },
  { causes: controllerFaults, effects: waiting, when: 'always' },
  {
    causes: [
      ...nodeClassFaults,
      nodepoolNotReady,
      nodepoolClassMissing,
      nodeclaimLaunchFails,
      nodeclaimNotRegistering,
      nodeclaimWaitsForCni,
      nodeclaimWaitsForDevice,
      ciliumnodeStuck,
      nodeNotInitialized,
    ],
    effects: waiting,
    when: 'shared',
  },
  // What the checklist repeats follows from the finding that says it exactly.
  {
    causes: [
      ciliumAgentsNotReady,
      ciliumAgentDown,
      ciliumnodeStuck,
      nodeNotReady,
    ],
    effects: [ciliumPodsRunning],
    when: 'always',
  },
  {
    causes: [ipamModeMismatch],
    effects: [ciliumIpamEni],
    when: 'always',
  },
  {
    causes: controllerFaults,
    effects: [karpenterPodsRunning],
    when: 'always',
  },
  {
    causes: [nothingInstalled],
    effects: [
      nodeclassesCreated,
      nodepoolsCreated,
      nodepoolClassMissing,
      podsWaiting,
    ],
    when: 'always',
  },
];
