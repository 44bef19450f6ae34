import { doubleLaunch } from '../../rules/cilium/double-launch/doubleLaunch';
import { podsWaiting } from '../../rules/clusterworks/pods-waiting/podsWaiting';
import { consolidationBlocked } from '../../rules/karpenter/consolidation-blocked/consolidationBlocked';
import { controllerCrashLoop } from '../../rules/karpenter/controller-crash-loop/controllerCrashLoop';
import { controllerDown } from '../../rules/karpenter/controller-down/controllerDown';
import { crdSkew } from '../../rules/karpenter/crd-skew/crdSkew';
import { instancesInterrupted } from '../../rules/karpenter/instances-interrupted/instancesInterrupted';
import { insufficientCapacity } from '../../rules/karpenter/insufficient-capacity/insufficientCapacity';
import { karpenterVersion } from '../../rules/karpenter/karpenter-version/karpenterVersion';
import { leaderLost } from '../../rules/karpenter/leader-lost/leaderLost';
import { nodeclaimChurn } from '../../rules/karpenter/nodeclaim-churn/nodeclaimChurn';
import { nodeclaimDrifted } from '../../rules/karpenter/nodeclaim-drifted/nodeclaimDrifted';
import { nodeclaimLaunchFails } from '../../rules/karpenter/nodeclaim-launch-fails/nodeclaimLaunchFails';
import { nodeclaimNotRegistering } from '../../rules/karpenter/nodeclaim-not-registering/nodeclaimNotRegistering';
import { nodeclassAmis } from '../../rules/karpenter/nodeclass-amis/nodeclassAmis';
import { nodeclassInstanceProfile } from '../../rules/karpenter/nodeclass-instance-profile/nodeclassInstanceProfile';
import { nodeclassSecurityGroups } from '../../rules/karpenter/nodeclass-security-groups/nodeclassSecurityGroups';
import { nodeclassSubnets } from '../../rules/karpenter/nodeclass-subnets/nodeclassSubnets';
import { nodeclassValidation } from '../../rules/karpenter/nodeclass-validation/nodeclassValidation';
import { nodepoolBudgetBlocks } from '../../rules/karpenter/nodepool-budget-blocks/nodepoolBudgetBlocks';
import { nodepoolClassMissing } from '../../rules/karpenter/nodepool-class-missing/nodepoolClassMissing';
import { nodepoolLimit } from '../../rules/karpenter/nodepool-limit/nodepoolLimit';
import { nodepoolNoInstanceTypes } from '../../rules/karpenter/nodepool-no-instance-types/nodepoolNoInstanceTypes';
import { nodepoolNotReady } from '../../rules/karpenter/nodepool-not-ready/nodepoolNotReady';
import { nodepoolRegistration } from '../../rules/karpenter/nodepool-registration/nodepoolRegistration';
import { nodepoolStartupTaint } from '../../rules/karpenter/nodepool-startup-taint/nodepoolStartupTaint';
import { v1beta1Leftovers } from '../../rules/karpenter/v1beta1-leftovers/v1beta1Leftovers';
import type { CauseEdge } from './CauseEdge';
import { controllerFaults, nodeClassFaults } from './karpenterFaults';

/** Effects of faults of Karpenter and of its objects. */
export const karpenterEdges: readonly CauseEdge[] = [
  // While its controller does not run, Karpenter does nothing.
  {
    causes: [controllerCrashLoop],
    effects: [controllerDown, leaderLost],
    when: 'always',
  },
  { causes: [controllerDown], effects: [leaderLost], when: 'always' },
  // While the API server cannot convert v1beta1 objects, Karpenter cannot read
  // its own objects.
  {
    causes: [v1beta1Leftovers],
    effects: [crdSkew, controllerCrashLoop, controllerDown, leaderLost],
    when: 'shared',
  },
  { causes: [v1beta1Leftovers], effects: [podsWaiting], when: 'shared' },
  {
    causes: [karpenterVersion],
    effects: [controllerCrashLoop],
    when: 'shared',
  },
  // The conditions of a node class are not updated while the controller does
  // not run.
  { causes: controllerFaults, effects: nodeClassFaults, when: 'shared' },
  // The NodePools that use a node class with which no instance can be launched.
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
  // Without the startup taint, pods land on nodes whose network is not ready,
  // and Karpenter launches a second node for them.
  {
    causes: [nodepoolStartupTaint],
    effects: [nodeclaimChurn, doubleLaunch],
    when: 'shared',
  },
  { causes: [nodeclaimChurn], effects: [doubleLaunch], when: 'shared' },
  // When AWS has no capacity, NodeClaims are created and deleted again and
  // again.
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
  // An instance that terminates while it starts looks like a Spot interruption.
  {
    causes: [nodeclaimNotRegistering],
    effects: [instancesInterrupted],
    when: 'shared',
  },
  // Nodes that do not register set the NodePool's condition
  // NodeRegistrationHealthy to False.
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
  // Faults that keep Karpenter from replacing drifted nodes. `nodepoolLimit`
  // touches its NodePool only when the limit is reached.
  { causes: [nodepoolLimit], effects: [nodeclaimDrifted], when: 'shared' },
  {
    causes: [nodepoolBudgetBlocks],
    effects: [nodeclaimDrifted, consolidationBlocked],
    when: 'shared',
  },
];
