import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { RenderWarning } from '@clusterworks/plugin-clusters-blueprint';
import type {
  BlastRadius,
  Markdown,
  Removal,
} from '@clusterworks/plugin-clusters-common';
import type { ClusterRenderer } from '@clusterworks/plugin-clusters-node';
import {
  type ClusterSpec,
  parseClusterSpec,
  type PlatformRepository,
  rangesOfSpec,
} from '@clusterworks/plugin-clusters-spec';
import { type AddressCheck, checkOverlaps } from '../addresses';
import { BaseBranch } from './BaseBranch';
import {
  type GithubRepository,
  openGithubRepository,
} from './GithubRepository';
import { checkFields, checkVersion, isChangeOperation } from './checkChange';
import { type AuthorizeChange, checkRights } from './checkRights';
import { checkRemovable, type StillRunsOrUnknown } from './checkRemovable';
import type { ClusterOperation } from './ClusterOperation';
import { specPathOf, statusPathOf } from './ClusterPlace';
import { type OpenChange, openChanges } from './openChanges';
import {
  checkConflicts,
  type ClusterChange,
  isEmptyPlan,
  planClusterChange,
} from './planClusterChange';
import { checkRemovalRequest, planClusterRemoval } from './planClusterRemoval';
import { checkRequester, type Requester } from './Requester';
import { requestReview } from './requestReview';
import { retryRaces } from './retryRaces';
import { writePullRequest } from './writePullRequest';

/**
 * The proposal: its content, its repository and its requester.
 *
 * @public
 */
export type ProposalOptions = {
  spec: ClusterSpec;
  /** Chosen by `PlatformRepositories`, which knows the allowed repositories. */
  repository: PlatformRepository;
  operation: ClusterOperation;
  /** Whether versions may skip a minor, go back, or change several at once. */
  allowVersionSteps?: boolean;
  /** Day of the proposal, `2026-01-31`, for warnings about the end of support. */
  today: string;
  integrations: ScmIntegrations;
  renderer: ClusterRenderer;
  /** A token of the requester; by default, the integration's credentials. */
  token?: string;
  /**
   * Git blob SHA of the `cluster.yaml` with which the form started; the change
   * is refused when git has another version by now. Only for changes of
   * existing clusters.
   */
  version?: string;
  /** Whether to add to the open change, if there is one. */
  continueOpen?: boolean;
  requester: Requester;
  /** Address of the portal, which the pull request links to. */
  portalUrl?: string;
  /** Decides whether the requester may change a cluster that exists. */
  authorize: AuthorizeChange;
  /**
   * Shown in the pull request in addition to the rendered cluster's warnings.
   */
  warnings?: RenderWarning[];
  /** What the change is part of; stands below the owner in the pull request. */
  note?: Markdown;
  /**
   * What the change does to running nodes, or why that is not known; shown in
   * the pull request.
   */
  blastRadius?: BlastRadius | { unknown: string };
  /**
   * What still runs in the cluster now, or why that is not known; only for the
   * operation `decommission`. Shown in the pull request, and a removal is
   * refused while anything runs.
   */
  stillRuns?: StillRunsOrUnknown;
  /** Takes the files of the cluster out, instead of changing its spec. */
  removal?: Removal;
  /** What is known of the cluster's addresses; new overlaps are refused. */
  addresses?: AddressCheck;
  /** Ends the run: what it has written until then is taken back. */
  signal?: AbortSignal;
  logger: LoggerService;
};

/**
 * The result of a proposal; without a pull request when nothing would change.
 *
 * @public
 */
export type ClusterProposal = {
  changed: boolean;
  summary: string;
  files: string[];
  branch?: string;
  pullRequestUrl?: string;
  pullRequestNumber?: number;
};

/**
 * Proposes a cluster to the platform repository with one pull request. A
 * repeated run updates that pull request. When nothing would change, no pull
 * request is opened. When the run fails, the branch is put back as it was.
 *
 * @throws ConflictError when the name belongs to another cluster, or when files
 * or commits of other people would be lost; what `authorize` throws
 *
 * @public
 */
export async function proposeClusterChange(
  options: ProposalOptions,
): Promise<ClusterProposal> {
  const { repository, requester, integrations, token } = options;
  // Identifiers in the spec become paths, branch names and text, so they are
  // validated here for every caller.
  const spec = parseClusterSpec(options.spec);
  checkRequester(requester);
  checkRemovalRequest(options);
  const github = await openGithubRepository(
    repository,
    integrations,
    token,
    options.signal,
  );
  return retryRaces(spec.metadata.name, () => attempt(options, spec, github));
}

async function attempt(
  options: ProposalOptions,
  spec: ClusterSpec,
  github: GithubRepository,
): Promise<ClusterProposal> {
  const { repository, operation, continueOpen, requester } = options;
  const { baseBranch } = repository;
  const { name } = spec.metadata;
  const base = await BaseBranch.read(github, repository);
  await checkRights(spec, base, options);
  const change = options.removal
    ? await planClusterRemoval(spec, base)
    : await planClusterChange(spec, base, {
        renderer: options.renderer,
        operation,
        today: options.today,
        allowVersionSteps: options.allowVersionSteps,
      });
  checkRemovable(options, change.before);
  checkConflicts(change.plan);
  const verdict =
    options.addresses &&
    checkOverlaps(
      options.addresses,
      change.before ? rangesOfSpec(change.before) : [],
    );
  const { summary } = change.rendered;
  if (isEmptyPlan(change.plan)) {
    return { changed: false, summary, files: [] };
  }
  const [open] = await openChanges(github, { baseBranch, cluster: name });
  if (isChangeOperation(operation)) {
    await checkBeginning(options, spec, change, { github, base, open });
  }
  const pull = await writePullRequest({
    github,
    base,
    baseBranch,
    spec,
    operation,
    change,
    requester,
    portalUrl: options.portalUrl,
    warnings: [...(options.warnings ?? []), ...(verdict?.warnings ?? [])],
    acknowledged: verdict?.acknowledged,
    acknowledgement: options.addresses?.acknowledgement,
    note: options.note,
    blastRadius: options.blastRadius,
    stillRuns: options.stillRuns,
    confirmedGone: options.removal?.confirmedGone,
    ownerBefore: change.before?.metadata.owner,
    open,
    continueOpen,
    signal: options.signal,
    logger: options.logger,
  });
  await requestReview(github, pull.number, {
    owners: [spec.metadata.owner, change.before?.metadata.owner],
    reviewers: repository.reviewers,
    logger: options.logger,
  });
  return {
    changed: true,
    summary,
    files: [...Object.keys(change.plan.write), ...change.plan.delete].sort(),
    branch: pull.branch,
    pullRequestUrl: pull.url,
    pullRequestNumber: pull.number,
  };
}

/** Refuses a change that does not start with the current version in git. */
async function checkBeginning(
  { operation, version, continueOpen, repository }: ProposalOptions,
  spec: ClusterSpec,
  { before }: ClusterChange,
  git: { github: GithubRepository; base: BaseBranch; open?: OpenChange },
): Promise<void> {
  const { environment } = spec.spec;
  const { name } = spec.metadata;
  const path = specPathOf({ environment, name });
  if (!before || !isChangeOperation(operation)) {
    throw new NotFoundError(
      `${repository.url} has no ${path} that can be read in ${repository.baseBranch}`,
    );
  }
  checkFields(
    before,
    spec,
    operation,
    git.base.versionOf(statusPathOf({ environment, name })) !== undefined,
  );
  const current =
    continueOpen && git.open
      ? await BaseBranch.read(git.github, {
          ...repository,
          baseBranch: git.open.branch,
        })
      : git.base;
  checkVersion(name, version, current.versionOf(path));
}
