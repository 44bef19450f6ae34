/**
 * Judges a cluster: objects to snapshot to findings. Pure functions without
 * I/O; runs in the browser too.
 *
 * @packageDocumentation
 */
export {
  allKinds,
  allowListed,
  blankSnapshot,
  bundleFrom,
  clusterCaptureSchema,
  KUBERNETES_TAB_ROLE_NAME,
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
export { RuleContext } from './rule/RuleContext';
export { readMemory } from './rule/memory';
export type { Memory } from './rule/memory';
export { rules, unseenCodes } from './rules/rules';
export { assess } from './assess/assess';
export type { Knowledge } from './assess/assess';
export { causeEdges } from './assess/causes/causeEdges';
export { headlineOf } from './assess/headlineOf';
export { costShares } from './view/costShares';
export type { CostShares } from './view/costShares';
export { drainPreview } from './view/drainPreview';
export type { DrainPreview } from './view/drainPreview';
export { readRoomTrend, rememberRoom, withRoomTime } from './view/roomTrend';
export type { RoomTrend } from './view/roomTrend';
export { viewCluster } from './view/viewCluster';
