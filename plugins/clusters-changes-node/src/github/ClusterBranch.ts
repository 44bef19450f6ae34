import { ConflictError } from '@backstage/errors';
import { readClusterSpecYaml } from '@clusterworks/plugin-clusters-spec';
import { BranchHistory } from './BranchHistory';
import { readAnswer } from './githubAnswers';
import type { GithubRepository } from './GithubRepository';
import { isGithubStatus } from './GithubRequestError';
import type { PullRequestText } from './pullRequestText';

/** An open pull request of a branch. */
export interface OpenPullRequest {
  number: number;
  url: string;
}

/** The state of a cluster's branch before anything is written. */
export interface BranchState {
  /**
   * SHA of the branch's newest commit; absent when the branch does not exist.
   */
  sha?: string;
  /** The open pull request of the branch, if there is one. */
  pull?: OpenPullRequest;
}

/** The branch of one operation on a cluster, and its pull request. */
export class ClusterBranch {
  readonly #github: GithubRepository;
  readonly #baseBranch: string;

  constructor(
    github: GithubRepository,
    /** `clusterworks/create-payments-dev`. */
    readonly name: string,
    baseBranch: string,
  ) {
    this.#github = github;
    this.#baseBranch = baseBranch;
  }

  /** Reads the branch and its open pull request. */
  async read(): Promise<BranchState> {
    const { octokit, name } = this.#github;
    const sha = await readAnswer(
      'ref',
      this.#github,
      octokit.git.getRef({ ...name, ref: `heads/${this.name}` }),
    )
      .then(ref => ref.object.sha)
      .catch(error => {
        if (isGithubStatus(error, 404)) {
          return undefined;
        }
        throw error;
      });
    const [found] = await readAnswer(
      'pulls',
      this.#github,
      octokit.pulls.list({
        ...name,
        state: 'open',
        head: `${name.owner}:${this.name}`,
        base: this.#baseBranch,
      }),
    );
    const pull = found && { number: found.number, url: found.html_url };
    return { ...(sha ? { sha } : {}), ...(pull ? { pull } : {}) };
  }

  /**
   * The commits on the branch, if it exists. The branch may be overwritten only
   * if it contains nothing but earlier proposals of ours for the same owner.
   *
   * @throws ConflictError when it contains other people's commits
   */
  async history(
    state: BranchState,
    specPath: string,
    owner: string,
  ): Promise<BranchHistory | undefined> {
    const history = await this.commits(state);
    const text = state.sha && (await this.readFile(state.sha, specPath));
    const proposed = readClusterSpecYaml(text || '').spec?.metadata.owner;
    if (state.pull && proposed && proposed !== owner) {
      throw new ConflictError(
        `metadata.name: the name is proposed for ${proposed} already, in ${this.#where(
          state,
        )}`,
      );
    }
    return history;
  }

  #where({ pull }: BranchState): string {
    return pull ? `pull request ${pull.url}` : `branch ${this.name}`;
  }

  /**
   * The commits on the branch, if it exists.
   *
   * @throws ConflictError when it contains other people's commits
   */
  async commits(state: BranchState): Promise<BranchHistory | undefined> {
    if (!state.sha) {
      return undefined;
    }
    const { octokit, name } = this.#github;
    const compared = await readAnswer(
      'comparison',
      this.#github,
      octokit.repos.compareCommitsWithBasehead({
        ...name,
        basehead: `${this.#baseBranch}...${state.sha}`,
      }),
    );
    const history = new BranchHistory(
      compared.commits.map(({ sha, commit }) => ({
        sha,
        message: commit.message,
        tree: commit.tree.sha,
        author: commit.author?.name ?? 'somebody',
        email: commit.author?.email ?? '',
        verified: commit.verification?.verified ?? false,
      })),
      compared.merge_base_commit.sha,
      this.#where(state),
    );
    history.checkOurs();
    return history;
  }

  /**
   * Moves the branch to a commit; returns a function that undoes this move. A
   * commit that is added to the branch moves it only if nobody else did in the
   * meantime, which GitHub checks.
   */
  async moveTo(
    sha: string,
    state: BranchState,
    how: 'replace' | 'add',
  ): Promise<() => Promise<void>> {
    const { octokit, name } = this.#github;
    const ref = `heads/${this.name}`;
    if (!state.sha) {
      await octokit.git.createRef({ ...name, ref: `refs/${ref}`, sha });
      return async () => {
        await octokit.git.deleteRef({ ...name, ref });
      };
    }
    const before = state.sha;
    const force = how === 'replace';
    await octokit.git.updateRef({ ...name, ref, sha, force });
    return async () => {
      await octokit.git.updateRef({ ...name, ref, sha: before, force: true });
    };
  }

  /** Opens the pull request, or updates the open one. */
  async propose(
    text: PullRequestText,
    state: BranchState,
  ): Promise<OpenPullRequest> {
    const { octokit, name } = this.#github;
    const { title } = text;
    const body = text.body.toString();
    const pull = await readAnswer(
      'pull',
      this.#github,
      state.pull
        ? octokit.pulls.update({
            ...name,
            pull_number: state.pull.number,
            title,
            body,
          })
        : octokit.pulls.create({
            ...name,
            title,
            body,
            head: this.name,
            base: this.#baseBranch,
          }),
    );
    return { number: pull.number, url: pull.html_url };
  }

  /** Closes our pull request and deletes its branch. */
  async withdraw({ number }: OpenPullRequest): Promise<void> {
    const { octokit, name } = this.#github;
    await octokit.pulls.update({
      ...name,
      pull_number: number,
      state: 'closed',
    });
    await octokit.git.deleteRef({ ...name, ref: `heads/${this.name}` });
  }

  /** The text of a file at a commit; absent when it does not exist. */
  async readFile(sha: string, path: string): Promise<string | undefined> {
    const { octokit, name } = this.#github;
    try {
      return await readAnswer(
        'file',
        this.#github,
        octokit.repos.getContent({
          ...name,
          path,
          ref: sha,
          mediaType: { format: 'raw' },
        }),
      );
    } catch (error) {
      if (isGithubStatus(error, 404)) {
        return undefined;
      }
      throw error;
    }
  }
}
