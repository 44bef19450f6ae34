import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { SourceState } from '@clusterworks/plugin-clusters-common';
import { Backoff } from './Backoff';
import type { ClusterConnection } from './ClusterConnection';
import { type FeedPlan, pathOf, unreadFields } from './FeedPlan';
import type { KubeClient, ListPage, WatchEvent } from './KubeClient';
import { pause } from './pause';
import { ReaderError, toReaderError } from './ReaderError';
import type { ReaderGates } from './ReaderGates';
import type { ReaderLimits } from './ReaderLimits';
import type { Semaphore } from './Semaphore';

/** Keeps the facts that we need of one object; `undefined` leaves it out. */
export type ProjectObject = (resource: string, object: unknown) => unknown;

/** What a feed works with; shared by all feeds of a cluster. */
export interface FeedContext {
  client: KubeClient;
  connection: ClusterConnection;
  limits: ReaderLimits;
  gates: ReaderGates;
  /** Lists that this cluster may have under way. */
  listing: Semaphore;
  project: ProjectObject;
  /** Called when facts or the state of the feed changed. */
  onChange(): void;
}

/** What is known of one kind of object. */
export interface FeedReport {
  state: SourceState;
  reason?: string;
  items: readonly unknown[];
  /** Objects of the last list that could not be read at all. */
  unreadable: number;
  /** When they were listed, where the kind is not followed by a watch. */
  readAt?: number;
}

/** Failures that a repeated request cannot mend for a while. */
const REFUSALS: Partial<Record<ReaderError['kind'], SourceState>> = {
  forbidden: 'forbidden',
  unauthorized: 'forbidden',
  notFound: 'notInstalled',
};

/** Lists one kind of object once, then follows it. */
export class ResourceFeed {
  readonly plan: FeedPlan;
  readonly #context: FeedContext;
  readonly #backoff: Backoff;
  #facts = new Map<string, unknown>();
  #items: readonly unknown[] | undefined;
  #error: ReaderError | undefined;
  #failures = 0;
  #unreadable = 0;
  #readAt: number | undefined;
  /** Where the next watch goes on. */
  #resourceVersion = '';
  /** Whether the kind was listed at least once. */
  #listed = false;
  #failingSince = 0;

  constructor(plan: FeedPlan, context: FeedContext) {
    this.plan = plan;
    this.#context = context;
    this.#backoff = new Backoff(context.limits.maxBackoffMs);
  }

  /** Reads until the signal is aborted; never throws. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const resourceVersion = await this.#list(signal);
        if (this.plan.pollMs) {
          await pause(this.plan.pollMs * (0.9 + Math.random() * 0.2), signal);
        } else {
          await this.#follow(resourceVersion, signal);
        }
      } catch (error) {
        if (!signal.aborted) {
          const failure = toReaderError(error);
          this.#fail(failure);
          await pause(this.#delayAfter(failure), signal);
        }
      }
    }
  }

  /** Whether the first list is under way, and nothing went wrong so far. */
  get readingFirst(): boolean {
    return !this.#listed && this.#error === undefined;
  }

  /** What is known now. Old facts are kept, and are `ok` for a short while. */
  report(now: number): FeedReport {
    const state = this.#stateAt(now);
    return {
      state,
      ...(state !== 'ok' && { reason: this.#error?.message ?? 'being read' }),
      items: (this.#items ??= [...this.#facts.values()]),
      unreadable: this.#unreadable,
      ...(this.plan.pollMs && { readAt: this.#readAt }),
    };
  }

  #stateAt(now: number): SourceState {
    const refusal = this.#error && REFUSALS[this.#error.kind];
    if (refusal) {
      return refusal;
    }
    if (!this.#listed) {
      const unreachable = this.#error?.kind === 'unreachable';
      return unreachable ? 'unreachable' : 'notCollected';
    }
    const { graceMs } = this.#context.limits;
    if (!this.#error || now - this.#failingSince < graceMs) {
      return 'ok';
    }
    return this.#error.kind === 'unreachable' ? 'unreachable' : 'stale';
  }

  async #list(signal: AbortSignal): Promise<string> {
    const next = new Map<string, unknown>();
    const startedAt = Date.now();
    let changed = false;
    let listed = 0;
    let page: ListPage | undefined;
    do {
      page = await this.#page(page?.continueToken, signal);
      for (const item of page.items) {
        changed = this.#take(next, item) || changed;
      }
      listed += page.items.length;
      if (next.size > this.#context.limits.maxObjects) {
        throw new ReaderError('tooLarge', `More ${this.#what} than we read`);
      }
      await yieldToOthers();
    } while (page.continueToken);
    if (next.size !== this.#facts.size) {
      changed = true;
    }
    this.#facts = next;
    this.#unreadable = listed - next.size;
    this.#readAt = startedAt;
    this.#succeed(changed);
    return page.resourceVersion;
  }

  async #page(
    continueToken: string | undefined,
    signal: AbortSignal,
  ): Promise<ListPage> {
    const { client, connection, listing, gates, limits } = this.#context;
    const query: Record<string, string> = { limit: String(limits.pageSize) };
    if (continueToken) {
      query.continue = continueToken;
    }
    if (this.plan.fieldSelector) {
      query.fieldSelector = this.plan.fieldSelector;
    }
    await connection.acquire(signal);
    return listing.run(
      () =>
        gates.listing.run(async () => {
          const open = await connection.open();
          const page = await client.list(
            open.connection,
            open.credential,
            this.#path,
            query,
            { verb: 'list', what: this.#what, unread: unreadFields(this.plan) },
            signal,
          );
          connection.alive();
          connection.sawClock(page.clockSkewMs);
          return page;
        }, signal),
      signal,
    );
  }

  /** Watches again and again; returns never, throws when a list is needed. */
  async #follow(from: string, signal: AbortSignal): Promise<void> {
    this.#resourceVersion = from;
    while (!signal.aborted) {
      const started = Date.now();
      try {
        await this.#watch(signal);
        this.#succeed(false);
      } catch (error) {
        const failure = toReaderError(error);
        if (signal.aborted || failure.kind !== 'unreachable') {
          throw failure;
        }
        this.#fail(failure);
        await pause(this.#delayAfter(failure), signal);
      }
      if (Date.now() - started < 1_000) {
        // A server that ends watches at once must not make us spin.
        await pause(this.#backoff.next(), signal);
      }
    }
  }

  async #watch(signal: AbortSignal): Promise<void> {
    const { client, connection, limits } = this.#context;
    const open = await connection.acquire(signal);
    const seconds = limits.watchSeconds * (0.5 + Math.random() * 0.5);
    const query: Record<string, string> = {
      allowWatchBookmarks: 'true',
      resourceVersion: this.#resourceVersion,
      timeoutSeconds: String(Math.ceil(seconds)),
    };
    if (this.plan.fieldSelector) {
      query.fieldSelector = this.plan.fieldSelector;
    }
    for await (const event of client.watch(
      open.connection,
      open.credential,
      this.#path,
      query,
      { verb: 'watch', what: this.#what },
      () => this.#succeed(false),
      signal,
    )) {
      connection.alive();
      this.#apply(event);
    }
  }

  #apply(event: WatchEvent): void {
    const changed =
      event.type === 'BOOKMARK'
        ? false
        : this.#applyTo(event.type, event.object);
    this.#succeed(changed);
    const { resourceVersion } = metadataOf(event.object) ?? {};
    this.#resourceVersion = resourceVersion ?? this.#resourceVersion;
  }

  #applyTo(type: WatchEvent['type'], object: unknown): boolean {
    if (type === 'DELETED') {
      const key = keyOf(object);
      return key !== undefined && this.#facts.delete(key);
    }
    return this.#take(this.#facts, object);
  }

  /** Puts an object's facts into a map; true when that says something new. */
  #take(into: Map<string, unknown>, object: unknown): boolean {
    const key = keyOf(object);
    if (key === undefined) {
      return false;
    }
    const known = this.#facts.get(key);
    const facts = this.#project(object);
    if (facts === undefined) {
      into.delete(key);
      return known !== undefined;
    }
    const same = known !== undefined && isDeepStrictEqual(known, facts);
    into.set(key, same ? known : facts);
    return !same;
  }

  #project(object: unknown): unknown {
    try {
      return this.#context.project(this.plan.resource.resource, object);
    } catch {
      // An object of a shape that no API server sends: as if it were not there.
      return undefined;
    }
  }

  #succeed(changed: boolean): void {
    const recovered = this.#error !== undefined || !this.#listed;
    this.#listed = true;
    this.#error = undefined;
    this.#failures = 0;
    if (changed) {
      this.#items = undefined;
    }
    if (changed || recovered) {
      this.#backoff.reset();
    }
    // What is polled is old already: the next look may take it along.
    if (recovered || (changed && !this.plan.pollMs)) {
      this.#context.onChange();
    }
  }

  #fail(failure: ReaderError): void {
    this.#failures += 1;
    if (failure.kind === 'expired') {
      return;
    }
    if (failure.kind === 'unauthorized') {
      this.#context.connection.unauthorized();
      if (this.#failures === 1) {
        return;
      }
    }
    if (failure.kind === 'unreachable') {
      this.#context.connection.verify();
    }
    const changed = this.#error?.message !== failure.message;
    this.#failingSince = this.#error ? this.#failingSince : Date.now();
    this.#error = failure;
    if (REFUSALS[failure.kind]) {
      this.#facts = new Map();
      this.#items = undefined;
    }
    if (changed) {
      this.#context.onChange();
    }
  }

  #delayAfter(failure: ReaderError): number {
    const { refusedRetryMs } = this.#context.limits;
    if (failure.kind === 'expired' || failure.kind === 'unauthorized') {
      return this.#failures === 1 ? Math.random() * 500 : this.#backoff.next();
    }
    if (REFUSALS[failure.kind]) {
      return refusedRetryMs * (0.8 + Math.random() * 0.4);
    }
    return failure.retryAfterMs ?? this.#backoff.next();
  }

  get #path(): string {
    return pathOf(this.plan, this.plan.resource.versions[0]);
  }

  get #what(): string {
    return this.plan.resource.resource;
  }
}

interface Metadata {
  name?: string;
  namespace?: string;
  resourceVersion?: string;
}

function metadataOf(object: unknown): Metadata | undefined {
  return (object as { metadata?: Metadata } | undefined)?.metadata;
}

function keyOf(object: unknown): string | undefined {
  const metadata = metadataOf(object);
  return metadata?.name && `${metadata.namespace ?? ''}/${metadata.name}`;
}
