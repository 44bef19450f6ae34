import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { GithubError } from './GithubError';
import type { GitSignature } from './git';
import { GitRepository, NO_SHA } from './git';
import { SimulatedRuns } from './SimulatedRuns';
import { PullRequestFile } from './PullRequestFile';

/**
 * A branch that moved. The push webhook and the demo's Terraform listen to
 * these.
 */
export interface SimulatedPush {
  /** `acme/platform`. */
  repository: string;
  /** `refs/heads/main`. */
  ref: string;
  /** The commit before; all zeros for a new branch. */
  before: string;
  /** The commit after; all zeros for a removed branch. */
  after: string;
  /** Login of the user who moved the branch. */
  actor: string;
}

/** What one commit changes: contents by path, and paths to remove. */
export interface SimulatedCommit {
  message: string;
  write?: Record<string, string>;
  delete?: string[];
  /** Default `main`. */
  branch?: string;
  /** Login of the committer. Default `terraform`. */
  actor?: string;
}

/** One repository of the simulated GitHub: real git, pull requests, and who listens. */
export class SimulatedRepository {
  /** Opens (or makes, with a first commit) the repository under a directory. */
  static async open(options: {
    directory: string;
    owner: string;
    name: string;
  }): Promise<SimulatedRepository> {
    const { directory, owner, name } = options;
    const folder = join(directory, owner);
    await mkdir(folder, { recursive: true });
    const git = await GitRepository.open(join(folder, `${name}.git`));
    const pulls = new PullRequestFile(join(folder, `${name}.pulls.json`));
    const repository = new SimulatedRepository(owner, name, git, pulls);
    if (!(await git.readRef('refs/heads/main'))) {
      await repository.commit({
        message: 'Begin the platform repository',
        write: { 'README.md': `# ${name}\n\nClusters of ${owner}, as code.\n` },
      });
    }
    return repository;
  }

  readonly defaultBranch = 'main';
  /** Checks of commits, and runs of workflows; forgotten when it ends. */
  readonly ci = { checks: new SimulatedRuns(), workflows: new SimulatedRuns() };
  readonly #listeners = new Set<(push: SimulatedPush) => void>();
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly owner: string,
    readonly name: string,
    readonly git: GitRepository,
    readonly pulls: PullRequestFile,
  ) {}

  /** `acme/platform`. */
  get fullName(): string {
    return `${this.owner}/${this.name}`;
  }

  /**
   * Adds a listener for every branch that moves; the returned function removes
   * it.
   */
  onPush(listener: (push: SimulatedPush) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Runs writers one after another, so that no other request can write between
   * a check and the write that depends on it.
   */
  async exclusively<T>(write: () => Promise<T>): Promise<T> {
    const turn = this.#turn.catch(() => {}).then(write);
    this.#turn = turn;
    return turn;
  }

  /**
   * Moves, creates (`from` absent) or removes (`to` absent) a ref, keeps the
   * pull requests on it in step, and tells the listeners.
   */
  async moveRef(options: {
    ref: string;
    from?: string;
    to?: string;
    actor: string;
    /** Runs after the ref has moved, before the listeners are called. */
    settle?: () => Promise<void>;
  }): Promise<void> {
    const { ref, from, to, actor } = options;
    if (to) {
      await this.git.moveRef(ref, to, from ?? NO_SHA);
    } else if (from) {
      await this.git.deleteRef(ref, from);
    }
    await options.settle?.();
    await this.#followRef(ref, to);
    const push: SimulatedPush = {
      repository: this.fullName,
      ref,
      before: from ?? NO_SHA,
      after: to ?? NO_SHA,
      actor,
    };
    this.#listeners.forEach(listener => listener(push));
  }

  /** Commits straight to a branch, as a "terraform apply" does. */
  async commit(change: SimulatedCommit): Promise<{ sha: string }> {
    return this.exclusively(async () => {
      const ref = `refs/heads/${change.branch ?? this.defaultBranch}`;
      const parent = await this.git.readRef(ref);
      const writes = await Promise.all(
        Object.entries(change.write ?? {}).map(async ([path, content]) => ({
          path,
          mode: path.endsWith('.sh') ? '100755' : '100644',
          sha: await this.git.writeBlob(content),
        })),
      );
      const deletes = (change.delete ?? []).map(path => ({
        path,
        mode: '100644',
        sha: null,
      }));
      const tree = await this.git.writeTree(parent, [...writes, ...deletes]);
      if (parent && (await this.git.readCommit(parent))?.tree === tree) {
        return { sha: parent };
      }
      const actor = change.actor ?? 'terraform';
      const signature = signatureOf(actor);
      const sha = await this.git.writeCommit({
        tree,
        parents: parent ? [parent] : [],
        message: change.message,
        author: signature,
        committer: signature,
      });
      await this.moveRef({ ref, from: parent, to: sha, actor });
      return { sha };
    });
  }

  /** The text of a file at a ref (default: main), if it is there. */
  async readFile(path: string, ref?: string): Promise<string | undefined> {
    const commit = await this.git.resolveCommit(ref ?? this.defaultBranch);
    const entry = commit && (await this.git.findEntry(commit, path));
    return entry && entry.type === 'blob'
      ? (await this.git.readBlob(entry.sha))?.toString('utf8')
      : undefined;
  }

  /** Paths of all files at a ref (default: main), by name. */
  async listFiles(ref?: string): Promise<string[]> {
    const commit = await this.git.resolveCommit(ref ?? this.defaultBranch);
    if (!commit) {
      throw GithubError.notFound();
    }
    const entries = await this.git.listTree(commit, true);
    return entries.filter(entry => entry.type === 'blob').map(e => e.path);
  }

  async #followRef(ref: string, to: string | undefined): Promise<void> {
    const branch = ref.replace(/^refs\/heads\//, '');
    const now = new Date().toISOString();
    for (const pull of this.pulls.list()) {
      if (pull.state !== 'open') {
        continue;
      }
      if (pull.head === branch) {
        await this.pulls.put(
          to
            ? { ...pull, headSha: to, updatedAt: now }
            : { ...pull, state: 'closed', closedAt: now, updatedAt: now },
        );
      } else if (pull.base === branch && to) {
        await this.pulls.put({ ...pull, baseSha: to });
      }
    }
  }
}

/** Name and address of a login in commits. */
export function signatureOf(login: string): GitSignature {
  return {
    name: login,
    email: `${login}@users.noreply.github.invalid`,
    date: new Date().toISOString(),
  };
}
