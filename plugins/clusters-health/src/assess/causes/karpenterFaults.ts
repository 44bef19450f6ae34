import { controllerCrashLoop } from '../../rules/karpenter/controller-crash-loop/controllerCrashLoop';
import { controllerDown } from '../../rules/karpenter/controller-down/controllerDown';
import { leaderLost } from '../../rules/karpenter/leader-lost/leaderLost';
import { nodeclassAmis } from '../../rules/karpenter/nodeclass-amis/nodeclassAmis';
import { nodeclassInstanceProfile } from '../../rules/karpenter/nodeclass-instance-profile/nodeclassInstanceProfile';
import { nodeclassSecurityGroups } from '../../rules/karpenter/nodeclass-security-groups/nodeclassSecurityGroups';
import { nodeclassStickyCidr } from '../../rules/karpenter/nodeclass-sticky-cidr/nodeclassStickyCidr';
import { nodeclassSubnets } from '../../rules/karpenter/nodeclass-subnets/nodeclassSubnets';
import { nodeclassValidation } from '../../rules/karpenter/nodeclass-validation/nodeclassValidation';

/** Faults with which Karpenter's controller does not work. */
export const controllerFaults = [
  controllerCrashLoop,
  controllerDown,
  leaderLost,
];

/** Faults with which Karpenter launches no instances of a node class. */
export const nodeClassFaults = [
  nodeclassSubnets,
  nodeclassSecurityGroups,
  nodeclassAmis,
  nodeclassInstanceProfile,
  nodeclassValidation,
  nodeclassStickyCidr,
];
