import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { GithubUrls, repositoryBody, userBody } from './api';
import type { SimulatedPush, SimulatedRepository } from './SimulatedRepository';
import type { GitCommit } from './git';
import { NO_SHA } from './git';

const TIMEOUT_MS = 10_000;
const MAX_COMMITS = 50;
/**
 * Unlike GitHub, the simulator retries a delivery, because Backstage may still
 * be starting.
 */
const RETRY_AFTER_MS = [500, 3_000];

/** Sends GitHub's `push` event to one address whenever a branch moves. */
export class PushWebhook {
  readonly #stopped = new AbortController();
  readonly #underway = new Set<Promise<void>>();

  readonly #options: {
    url: string;
    secret?: string;
    origin: () => string;
    /** Called with the reason when an event could not be delivered. */
    onFailure?: (message: string) => void;
  };

  constructor(options: {
    url: string;
    secret?: string;
    origin: () => string;
    /** Called with the reason when an event could not be delivered. */
    onFailure?: (message: string) => void;
  }) {
    this.#options = options;
  }

  /** Sends the event of one push; failures are reported, never thrown. */
  send(repository: SimulatedRepository, push: SimulatedPush): void {
    const delivery = this.#deliver(repository, push).catch(error => {
      if (!this.#stopped.signal.aborted) {
        this.#options.onFailure?.(
          `push webhook of ${push.ref} was not delivered: ${
            error instanceof Error ? error.message : error
          }`,
        );
      }
    });
    this.#underway.add(delivery);
    void delivery.finally(() => this.#underway.delete(delivery));
  }

  /** Cancels all deliveries that have not finished. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.all(this.#underway);
  }

  async #deliver(
    repository: SimulatedRepository,
    push: SimulatedPush,
  ): Promise<void> {
    const payload = await pushPayload(repository, push, this.#options.origin());
    const body = JSON.stringify(payload);
    const headers = this.#headers(body);
    for (let attempt = 0; ; attempt++) {
      try {
        await this.#post(body, headers);
        return;
      } catch (error) {
        if (this.#stopped.signal.aborted || attempt >= RETRY_AFTER_MS.length) {
          throw error;
        }
      }
      await sleep(RETRY_AFTER_MS[attempt], undefined, {
        signal: this.#stopped.signal,
      });
    }
  }

  async #post(body: string, headers: Record<string, string>): Promise<void> {
    const signal = AbortSignal.any([
      this.#stopped.signal,
      AbortSignal.timeout(TIMEOUT_MS),
    ]);
    const { url } = this.#options;
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers,
      signal,
    });
    await response.body?.cancel();
    if (!response.ok) {
      throw new Error(`${url} answered ${response.status}`);
    }
  }

  #headers(body: string): Record<string, string> {
    const { secret } = this.#options;
    return {
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/simulated',
      'x-github-event': 'push',
      'x-github-delivery': randomUUID(),
      ...(secret
        ? {
            'x-hub-signature-256': `sha256=${createHmac('sha256', secret)
              .update(body)
              .digest('hex')}`,
          }
        : {}),
    };
  }
}

async function pushPayload(
  repository: SimulatedRepository,
  push: SimulatedPush,
  origin: string,
) {
  const urls = new GithubUrls(origin, repository);
  const { git } = repository;
  const created = push.before === NO_SHA;
  const deleted = push.after === NO_SHA;
  const commits =
    created || deleted
      ? []
      : await git.log(`${push.before}..${push.after}`, {
          limit: MAX_COMMITS,
          reverse: true,
        });
  const bodies = await Promise.all(
    commits.map(commit => pushCommit(repository, urls, commit)),
  );
  return {
    ref: push.ref,
    before: push.before,
    after: push.after,
    repository: { ...repositoryBody(repository, urls), url: urls.page() },
    pusher: { name: push.actor },
    sender: userBody(urls, push.actor),
    created,
    deleted,
    forced:
      !created && !deleted && !(await git.isAncestor(push.before, push.after)),
    base_ref: null,
    compare: urls.page(`/compare/${push.before}...${push.after}`),
    commits: bodies,
    head_commit: bodies[bodies.length - 1] ?? null,
  };
}

async function pushCommit(
  { git }: SimulatedRepository,
  urls: GithubUrls,
  commit: GitCommit,
) {
  const parent = commit.parents[0];
  const changes = parent ? await git.changes(parent, commit.sha) : [];
  const paths = (...statuses: string[]) =>
    changes.filter(c => statuses.includes(c.status)).map(c => c.path);
  return {
    id: commit.sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: commit.committer.date,
    url: urls.page(`/commit/${commit.sha}`),
    author: { name: commit.author.name, email: commit.author.email },
    committer: { name: commit.committer.name, email: commit.committer.email },
    added: paths('added', 'renamed'),
    removed: [
      ...paths('removed'),
      ...changes.flatMap(c => c.previousPath ?? []),
    ],
    modified: paths('modified'),
  };
}
