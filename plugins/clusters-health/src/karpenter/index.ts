import { Rule } from '../engine/Rule';
import { amisMissing } from './amisMissing';
import { budgetBlocks } from './budgetBlocks';
import { churn } from './churn';
import { classValidation } from './classValidation';
import { consolidationBlocked } from './consolidationBlocked';
import { controllerDown } from './controllerDown';
import { crashLoop } from './crashLoop';
import { crdSkew } from './crdSkew';
import { drifted } from './drifted';
import { inconsistent } from './inconsistent';
import { instanceProfileMissing } from './instanceProfileMissing';
import { insufficientCapacity } from './insufficientCapacity';
import { interrupted } from './interrupted';
import { interruptionOff } from './interruptionOff';
import { launchFails } from './launchFails';
import { leaderLost } from './leaderLost';
import { leftovers } from './leftovers';
import { maxPodsTooHigh } from './maxPodsTooHigh';
import { narrowPool } from './narrowPool';
import { neverExpires } from './neverExpires';
import { nodeRepair } from './nodeRepair';
import { noInstanceTypes } from './noInstanceTypes';
import { nothingInstalled } from './nothingInstalled';
import { notRegistering } from './notRegistering';
import { orphanNode } from './orphanNode';
import { poolClassMissing } from './poolClassMissing';
import { poolLimit } from './poolLimit';
import { poolNotReady } from './poolNotReady';
import { registrationUnhealthy } from './registrationUnhealthy';
import { reservationsExpiring } from './reservationsExpiring';
import { securityGroupsMissing } from './securityGroupsMissing';
import { startupTaintMissing } from './startupTaintMissing';
import { stickyCidr } from './stickyCidr';
import { stuckDeleting } from './stuckDeleting';
import { subnetsMissing } from './subnetsMissing';
import { versionSupport } from './versionSupport';
import { waitsForCni } from './waitsForCni';
import { waitsForDevice } from './waitsForDevice';
import { zonalShift } from './zonalShift';

export { karpenterUnseen } from './unseen';

/** Rules of the Karpenter tables: controller, pools, classes, life of nodes. */
export const karpenterRules: readonly Rule[] = [
  controllerDown,
  crashLoop,
  leaderLost,
  versionSupport,
  interruptionOff,
  leftovers,
  crdSkew,
  nothingInstalled,
  poolNotReady,
  poolClassMissing,
  poolLimit,
  registrationUnhealthy,
  noInstanceTypes,
  budgetBlocks,
  startupTaintMissing,
  narrowPool,
  zonalShift,
  neverExpires,
  subnetsMissing,
  securityGroupsMissing,
  amisMissing,
  instanceProfileMissing,
  classValidation,
  stickyCidr,
  reservationsExpiring,
  launchFails,
  notRegistering,
  waitsForCni,
  waitsForDevice,
  drifted,
  stuckDeleting,
  interrupted,
  insufficientCapacity,
  churn,
  inconsistent,
  consolidationBlocked,
  maxPodsTooHigh,
  orphanNode,
  nodeRepair,
];
