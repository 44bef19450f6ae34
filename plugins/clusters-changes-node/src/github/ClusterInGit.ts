import { NotFoundError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import {
  type ClusterSpec,
  type ClusterSpecIssue,
  MAX_CLUSTER_FILE_BYTES,
  readClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';
import { BaseBranch } from './BaseBranch';
import { type ClusterPlace, specPathOf } from './ClusterPlace';
import { openGithubRepository } from './GithubRepository';
import { type OpenChange, openChanges } from './openChanges';

/**
 * The state of a cluster in git, with which a form starts.
 *
 * @public
 */
export type ClusterInGit = {
  /** Text of `cluster.yaml`. */
  text: string;
  /**
   * Git blob SHA of that text; a change names the version that it started with.
   */
  version: string;
  /** The parsed spec; absent when it has problems. */
  spec?: ClusterSpec;
  /** Why a form cannot edit the spec, for example because of unknown keys. */
  issues: ClusterSpecIssue[];
  /** A change that waits to be merged, if there is one. */
  openChange?: OpenChange;
  /** Whether the text comes from the open change instead of the base branch. */
  isOpenChange: boolean;
};

/**
 * Reads `cluster.yaml` from the base branch or from the open change.
 *
 * @throws NotFoundError when the file does not exist
 *
 * @public
 */
export async function readClusterInGit(options: {
  place: ClusterPlace;
  integrations: ScmIntegrations;
  /**
   * Whether to read the text that the open change proposes, to continue that
   * change.
   */
  ofOpenChange?: boolean;
}): Promise<ClusterInGit> {
  const { place, ofOpenChange = false } = options;
  const { repository } = place;
  const github = await openGithubRepository(repository, options.integrations);
  const [openChange] = await openChanges(github, {
    baseBranch: repository.baseBranch,
    cluster: place.name,
  });
  const isOpenChange = ofOpenChange && openChange !== undefined;
  const branch = await BaseBranch.read(
    github,
    isOpenChange
      ? { ...repository, baseBranch: openChange.branch }
      : repository,
  );
  const path = specPathOf(place);
  const version = branch.versionOf(path);
  const text =
    branch.sizeOf(path) <= MAX_CLUSTER_FILE_BYTES
      ? await branch.readFile(path)
      : undefined;
  if (version === undefined || text === undefined) {
    throw new NotFoundError(
      `${repository.url} has no ${path} that can be read, in ${
        isOpenChange ? openChange.branch : repository.baseBranch
      }`,
    );
  }
  return {
    text,
    version,
    ...readClusterSpecYaml(text),
    ...(openChange ? { openChange } : {}),
    isOpenChange,
  };
}
