export {
  agentRefusesWithUnknownWords,
  ec2RefusesWithUnknownCode,
} from './unknownWords';
export { autoModePoolAtItsLimit, windowsNodeGroup } from './foreignScope';
export { claimsCannotBeServed, conversionOfClassesFails } from './unreadCore';
export {
  imagesAreNeverResolved,
  lastAddressesAreBeingReleased,
} from './nothingEstablished';
export { karpenterComesNext, karpenterNeverCame } from './clustersBeingBuilt';
export {
  memoryLimitLeavesNoRoom,
  podsWaitForTwoMinutes,
} from './limitsByEffect';
export { nodeGetsNoInterface, karpenterIgnoresPods } from './noContradictions';
export { oneLaunchRefused, initContainerOfAgentFails } from './plainWords';
export {
  operatorPanicsBetweenLooks,
  twoAgentsExitBetweenLooks,
} from './crashesBetweenLooks';
export {
  podSecurityRefusesAgents,
  limitRangeRefusesNewKarpenter,
} from './rolloutsAbovePods';
export {
  poolNamesDetachedInterface,
  twoClaimsOfOneInstance,
} from './contradictingReferences';
export { reservationEndsTonight, poolMayOutgrowSmallSubnets } from './ahead';
export { threeAgentsCrashAlike, unreadyClassOfTwoPools } from './oneCause';
export { tolerantPodComesBack, twoBlockersOfOneDrain } from './stuckDrains';
export {
  volumeQuotaEndsInstances,
  sixthNodeForOnePod,
} from './launchedThenDead';
export { youngNodeWithoutClaim, threeNodesBoot } from './reasonedDelays';
