import type { Rule, UnseenCode } from '../../rule/Rule';
import { stateUnsynced } from './state-unsynced/stateUnsynced';
import { nodeclassAmis } from './nodeclass-amis/nodeclassAmis';
import { nodepoolBudgetBlocks } from './nodepool-budget-blocks/nodepoolBudgetBlocks';
import { nodeclaimChurn } from './nodeclaim-churn/nodeclaimChurn';
import { nodeclassValidation } from './nodeclass-validation/nodeclassValidation';
import { consolidationBlocked } from './consolidation-blocked/consolidationBlocked';
import { controllerDown } from './controller-down/controllerDown';
import { controllerCrashLoop } from './controller-crash-loop/controllerCrashLoop';
import { crdSkew } from './crd-skew/crdSkew';
import { nodeclaimDrifted } from './nodeclaim-drifted/nodeclaimDrifted';
import { nodeclaimInconsistent } from './nodeclaim-inconsistent/nodeclaimInconsistent';
import { nodeclassInstanceProfile } from './nodeclass-instance-profile/nodeclassInstanceProfile';
import { insufficientCapacity } from './insufficient-capacity/insufficientCapacity';
import { instancesInterrupted } from './instances-interrupted/instancesInterrupted';
import { interruptionOff } from './interruption-off/interruptionOff';
import { nodeclaimLaunchFails } from './nodeclaim-launch-fails/nodeclaimLaunchFails';
import { leaderLost } from './leader-lost/leaderLost';
import { v1beta1Leftovers } from './v1beta1-leftovers/v1beta1Leftovers';
import { maxPodsTooHigh } from './max-pods-too-high/maxPodsTooHigh';
import { nodepoolNarrow } from './nodepool-narrow/nodepoolNarrow';
import { nodepoolNeverExpires } from './nodepool-never-expires/nodepoolNeverExpires';
import { nodeRepair } from './node-repair/nodeRepair';
import { nodepoolNoInstanceTypes } from './nodepool-no-instance-types/nodepoolNoInstanceTypes';
import { nothingInstalled } from './nothing-installed/nothingInstalled';
import { nodeclaimNotRegistering } from './nodeclaim-not-registering/nodeclaimNotRegistering';
import { nodeOrphan } from './node-orphan/nodeOrphan';
import { nodepoolClassMissing } from './nodepool-class-missing/nodepoolClassMissing';
import { nodepoolLimit } from './nodepool-limit/nodepoolLimit';
import { nodepoolNotReady } from './nodepool-not-ready/nodepoolNotReady';
import { nodepoolRegistration } from './nodepool-registration/nodepoolRegistration';
import { capacityReservationExpiring } from './capacity-reservation-expiring/capacityReservationExpiring';
import { nodeclassSecurityGroups } from './nodeclass-security-groups/nodeclassSecurityGroups';
import { nodepoolStartupTaint } from './nodepool-startup-taint/nodepoolStartupTaint';
import { nodeclassStickyCidr } from './nodeclass-sticky-cidr/nodeclassStickyCidr';
import { nodeclaimStuckDeleting } from './nodeclaim-stuck-deleting/nodeclaimStuckDeleting';
import { nodeclassSubnets } from './nodeclass-subnets/nodeclassSubnets';
import { karpenterVersion } from './karpenter-version/karpenterVersion';
import { nodeclaimWaitsForCni } from './nodeclaim-waits-for-cni/nodeclaimWaitsForCni';
import { nodeclaimWaitsForDevice } from './nodeclaim-waits-for-device/nodeclaimWaitsForDevice';
import { nodepoolZonalShift } from './nodepool-zonal-shift/nodepoolZonalShift';

/**
 * The rules of the Karpenter tables: controller, pools, node classes, life of
 * nodes.
 */
export const karpenterRules: readonly Rule[] = [
  controllerDown,
  controllerCrashLoop,
  leaderLost,
  karpenterVersion,
  interruptionOff,
  v1beta1Leftovers,
  crdSkew,
  nothingInstalled,
  nodepoolNotReady,
  nodepoolClassMissing,
  nodepoolLimit,
  nodepoolRegistration,
  nodepoolNoInstanceTypes,
  nodepoolBudgetBlocks,
  nodepoolStartupTaint,
  nodepoolNarrow,
  nodepoolZonalShift,
  nodepoolNeverExpires,
  nodeclassSubnets,
  nodeclassSecurityGroups,
  nodeclassAmis,
  nodeclassInstanceProfile,
  nodeclassValidation,
  nodeclassStickyCidr,
  capacityReservationExpiring,
  nodeclaimLaunchFails,
  nodeclaimNotRegistering,
  nodeclaimWaitsForCni,
  nodeclaimWaitsForDevice,
  nodeclaimDrifted,
  nodeclaimStuckDeleting,
  instancesInterrupted,
  insufficientCapacity,
  nodeclaimChurn,
  nodeclaimInconsistent,
  consolidationBlocked,
  maxPodsTooHigh,
  nodeOrphan,
  nodeRepair,
];

/** Faults of Karpenter that no object of the API shows. */
export const karpenterUnseen: readonly UnseenCode[] = [stateUnsynced];
