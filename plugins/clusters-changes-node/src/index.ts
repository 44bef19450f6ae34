/**
 * Plans changes of clusters and proposes them to the platform repository with
 * pull requests.
 *
 * @packageDocumentation
 */
export * from './addresses';
export { allowedOperations } from './permissions/allowedOperations';
export { checkAllowed } from './permissions/checkAllowed';
export { checkToken } from './permissions/checkToken';
export { requiresUserToken } from './permissions/requiresUserToken';
export { PlatformRepositories } from './github/PlatformRepositories';
export { removalProblems } from './github/checkRemovable';
export type { StillRunsOrUnknown } from './github/checkRemovable';
export { checkPlace } from './github/ClusterPlace';
export type { ClusterPlace } from './github/ClusterPlace';
export type { AuthorizeChange } from './github/checkRights';
export type { ClusterOperation } from './github/ClusterOperation';
export { readClusterInGit } from './github/ClusterInGit';
export type { ClusterInGit } from './github/ClusterInGit';
export { findCreation } from './github/findCreation';
export { lastRequester } from './github/lastRequester';
export type { FileDiff } from './github/fileDiffs';
export type { OpenChange } from './github/openChanges';
export { previewClusterChange } from './github/previewClusterChange';
export type { ChangePreview } from './github/previewClusterChange';
export { previewClusterCreation } from './github/previewClusterCreation';
export type { PlanPreview } from './github/previewOfPlan';
export { proposeClusterChange } from './github/proposeClusterChange';
export type {
  ClusterProposal,
  ProposalOptions,
} from './github/proposeClusterChange';
export { proposePlatformChange } from './github/proposePlatformChange';
export type {
  PlatformProposal,
  PlatformProposalOptions,
} from './github/proposePlatformChange';
export { ProposedRanges } from './github/ProposedRanges';
export type {
  ProposedRange,
  ProposedRangesAnswer,
} from './github/ProposedRanges';
export { readMergedPulls } from './github/readMergedPulls';
export type { MergedPull, MergedPulls } from './github/readMergedPulls';
export { readPullProgress } from './github/readPullProgress';
export type { PullCheck, PullProgress } from './github/readPullProgress';
export { readPullRequest } from './github/readPullRequest';
export type { PullRequestState } from './github/readPullRequest';
export type { Requester } from './github/Requester';
