/**
 * Assesses a cluster: Kubernetes objects become a snapshot, a snapshot becomes
 * findings. All functions are pure, do no I/O, and run in browsers too.
 *
 * @packageDocumentation
 */
export {
  allKinds,
  allowListed,
  blankSnapshot,
  bundleFrom,
  clusterCaptureSchema,
  kubernetesTabClusterRole,
  kubernetesTabClusterRoleBinding,
  kinds,
  projectCapture,
  READER_GROUP,
  readerClusterRole,
  readerClusterRoleBinding,
} from './kinds';
export type {
  BundleText,
  CapturedResource,
  ClusterCapture,
  Kind,
  PolicyRule,
  Snapshot,
  SourceName,
  WantedFields,
} from './kinds';
export { runToEnd } from './model/runToEnd';
export { sayDuration } from './model/durations';
export { fixedCommand, shellCommand } from './model/remedy/shellCommand';
export type { ShellCommand } from './model/remedy/shellCommand';
export type { RuleRemedy } from './model/remedy/RuleRemedy';
export type {
  DraftFinding,
  Rule,
  RuleDoc,
  RuleResult,
  UnseenCode,
} from './rule/Rule';
export { stepsOf } from './rule/Rule';
export { RuleContext } from './rule/RuleContext';
export { readMemory } from './rule/memory';
export type { Memory } from './rule/memory';
export { rules, unseenCodes } from './rules/rules';
export { assess, assessInSteps } from './assess/assess';
export type { Judgement, Knowledge } from './assess/assess';
export { causeEdges } from './assess/causes/causeEdges';
export { headlineOf } from './assess/headlineOf';
export { costShares } from './view/costShares';
export { stillRuns } from './view/stillRuns';
export type { CostShares } from './view/costShares';
export { blastRadius } from './view/blastRadius';
export type {
  ClusterDifference,
  KarpenterInGit,
  KarpenterManifest,
  RunningCluster,
} from './view/blastRadius';
export { drainPlan, drainPlanInSteps, noPlan } from './view/drainPlan';
export { nodePods, nodePodsInSteps } from './view/nodePods';
export { drainPreview, drainPreviews } from './view/drainPreview';
export type { DrainPreview } from './view/drainPreview';
export { installedComponents } from './view/installedComponents';
export type { InstalledComponents } from './view/installedComponents';
export { readRoomTrend, rememberRoom, withRoomTime } from './view/roomTrend';
export type { RoomTrend } from './model/addresses/RoomTrend';
export { viewCluster, viewInSteps } from './view/viewCluster';
