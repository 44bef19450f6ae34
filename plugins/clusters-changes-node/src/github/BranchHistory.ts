import { ConflictError, NotAllowedError } from '@backstage/errors';
import { readCommitTrailers } from './commitTrailers';
import { actsFor, type Requester } from './Requester';

/** A commit as the GitHub API describes it. */
export interface BranchCommit {
  sha: string;
  message: string;
  tree: string;
  author: string;
  email: string;
  /**
   * Whether the signature is valid; GitHub signs the commits that an app
   * creates.
   */
  verified: boolean;
}

/** The commits on a cluster's branch that are not on the base branch. */
export class BranchHistory {
  readonly #commits: readonly BranchCommit[];
  readonly #where: string;
  /** The newest commit of the base branch that the branch contains. */
  readonly mergeBase: string;

  /** @param where - how error messages refer to it: `pull request https://…` */
  constructor(
    commits: readonly BranchCommit[],
    mergeBase: string,
    where: string,
  ) {
    this.#commits = commits;
    this.mergeBase = mergeBase;
    this.#where = where;
  }

  /** SHA of the tree of the branch's newest commit. */
  get tree(): string | undefined {
    return this.#commits.at(-1)?.tree;
  }

  /**
   * The users who requested the commits, in order and without repetition; no
   * services.
   */
  get requesters(): string[] {
    return [
      ...new Set(
        this.#commits.flatMap(
          ({ message }) => readCommitTrailers(message)?.requester ?? [],
        ),
      ),
    ];
  }

  /**
   * Checks that all commits are ours.
   *
   * @param own - a commit that we have just created. Our commits have the same
   *   author, and a GitHub signature if this one has one. The message alone
   *   proves nothing, because everyone who may push can write it.
   * @throws ConflictError when commits of other people are among them
   */
  checkOurs(own?: BranchCommit): void {
    const foreign = this.#commits.find(
      ({ message, email, verified }) =>
        !readCommitTrailers(message) ||
        (own && (email !== own.email || (own.verified && !verified))),
    );
    if (foreign) {
      throw new ConflictError(
        `${this.#where} has commits by ${
          foreign.author
        }; merge or close it first`,
      );
    }
  }

  /**
   * Whether a requester's change replaces the commits on the branch, because
   * the requester alone made them, or is added on top.
   *
   * @throws NotAllowedError when others requested the commits and the requester
   * is no member of the owner
   */
  changeBy(requester: Requester, owner: string): 'replace' | 'add' {
    const others = this.#commits
      .map(({ message }) => readCommitTrailers(message)?.requester)
      .filter(ref => ref !== requester.ref);
    if (others.length === 0) {
      return 'replace';
    }
    // A service acts for the operator and is no member of any group.
    if (requester.ref !== undefined && !actsFor(requester, owner)) {
      throw new NotAllowedError(
        `${this.#where} was requested by ${
          others[0] ?? 'a service'
        }; only they and members of ${owner} may change it, and ${
          requester.ref
        } is neither`,
      );
    }
    return 'add';
  }
}
