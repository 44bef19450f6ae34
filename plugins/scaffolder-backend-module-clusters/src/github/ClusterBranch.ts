import { ConflictError } from '@backstage/errors';
import { parse } from 'yaml';
import { GithubRepository } from './GithubRepository';
import { isGithubStatus } from './GithubRequestError';
import { COMMIT_TRAILER } from './pullRequestText';

/** An open pull request of a branch. */
export interface OpenPullRequest {
  number: number;
  url: string;
}

/** What is known of a cluster's branch before it is written. */
export interface BranchState {
  /** Its commit; absent when there is no such branch. */
  sha?: string;
  /** Its open pull request, if it has one. */
  pull?: OpenPullRequest;
}

/** The one branch of an operation on a cluster, and its pull request. */
export class ClusterBranch {
  constructor(
    private readonly github: GithubRepository,
    /** `clusterworks/create-payments-dev`. */
    readonly name: string,
    private readonly baseBranch: string,
  ) {}

  /** Reads the branch and its open pull request. */
  async read(): Promise<BranchState> {
    const { octokit, name } = this.github;
    const sha = await octokit.git
      .getRef({ ...name, ref: `heads/${this.name}` })
      .then(ref => ref.data.object.sha)
      .catch(error => {
        if (isGithubStatus(error, 404)) {
          return undefined;
        }
        throw error;
      });
    const { data } = await octokit.pulls.list({
      ...name,
      state: 'open',
      head: `${name.owner}:${this.name}`,
      base: this.baseBranch,
    });
    const pull = data[0] && { number: data[0].number, url: data[0].html_url };
    return { ...(sha ? { sha } : {}), ...(pull ? { pull } : {}) };
  }

  /**
   * Makes sure that the branch may be replaced: it holds nothing but what an
   * earlier run of ours generated for the same owner.
   *
   * @throws ConflictError when it holds other people's work
   */
  async checkReplaceable(
    state: BranchState,
    specPath: string,
    owner: string,
  ): Promise<void> {
    if (!state.sha) {
      return;
    }
    const { octokit, name } = this.github;
    const { data } = await octokit.repos.compareCommitsWithBasehead({
      ...name,
      basehead: `${this.baseBranch}...${state.sha}`,
    });
    const where = state.pull
      ? `pull request ${state.pull.url}`
      : `branch ${this.name}`;
    const foreign = data.commits.filter(
      ({ commit }) => !commit.message.includes(COMMIT_TRAILER),
    );
    if (foreign.length > 0) {
      throw new ConflictError(
        `${where} has commits by ${
          foreign[0].commit.author?.name ?? 'somebody'
        }; merge or close it first`,
      );
    }
    const proposed = await this.#ownerAt(state.sha, specPath);
    if (state.pull && proposed && proposed !== owner) {
      throw new ConflictError(
        `metadata.name: the name is proposed for ${proposed} already, in ${where}`,
      );
    }
  }

  /** Points the branch at a commit; returns how to undo exactly that. */
  async moveTo(sha: string, state: BranchState): Promise<() => Promise<void>> {
    const { octokit, name } = this.github;
    const ref = `heads/${this.name}`;
    if (!state.sha) {
      await octokit.git.createRef({ ...name, ref: `refs/${ref}`, sha });
      return async () => {
        await octokit.git.deleteRef({ ...name, ref });
      };
    }
    const before = state.sha;
    await octokit.git.updateRef({ ...name, ref, sha, force: true });
    return async () => {
      await octokit.git.updateRef({ ...name, ref, sha: before, force: true });
    };
  }

  /** Opens the pull request, or brings the open one up to date. */
  async propose(
    text: { title: string; body: string },
    state: BranchState,
  ): Promise<OpenPullRequest> {
    const { octokit, name } = this.github;
    const { title, body } = text;
    const { data } = state.pull
      ? await octokit.pulls.update({
          ...name,
          pull_number: state.pull.number,
          title,
          body,
        })
      : await octokit.pulls.create({
          ...name,
          title,
          body,
          head: this.name,
          base: this.baseBranch,
        });
    return { number: data.number, url: data.html_url };
  }

  async #ownerAt(sha: string, path: string): Promise<string | undefined> {
    const { octokit, name } = this.github;
    try {
      const { data } = await octokit.repos.getContent({
        ...name,
        path,
        ref: sha,
        mediaType: { format: 'raw' },
      });
      const owner: unknown = parse(String(data))?.metadata?.owner;
      return typeof owner === 'string' ? owner : undefined;
    } catch (error) {
      if (isGithubStatus(error, 404)) {
        return undefined;
      }
      throw error;
    }
  }
}
