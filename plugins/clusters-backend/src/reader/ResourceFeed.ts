import type { SourceState } from '@clusterworks/plugin-clusters-common';
import type { Kind, SourceName } from '@clusterworks/plugin-clusters-health';
import { Backoff } from './Backoff';
import { Deadline } from './Deadline';
import { FactStore } from './FactStore';
import type { FeedContext } from './FeedContext';
import { isResourceVersion } from './json/ListScanner';
import type { WatchEvent } from './json/ObjectDecoder';
import { KindReader } from './KindReader';
import { pause } from './pause';
import { mostOf } from './ReaderLimits';
import { type ReaderError, toReaderError } from './ReaderError';
import { refusalState } from './refusalState';

/** The facts of one kind of object, and their state. */
export interface FeedReport {
  state: SourceState;
  reason?: string;
  items: readonly unknown[];
  /** How many objects of the last list could not be read. */
  unreadable: number;
  /** When the objects were listed; only for kinds that are polled. */
  readAt?: number;
}

/** Failures of the connection; they say nothing about the objects. */
const NO_WAY: Partial<Record<ReaderError['kind'], SourceState>> = {
  unreachable: 'unreachable',
  noCredentials: 'noCredentials',
};

const MAX_REST_MS = 30_000;

/** Lists one kind of object once, then follows it. */
export class ResourceFeed {
  readonly kind: Kind<SourceName>;
  readonly #context: FeedContext;
  readonly #backoff: Backoff;
  readonly #reader: KindReader;
  readonly #facts: FactStore;
  #error: ReaderError | undefined;
  #failures = 0;
  #readAt: number | undefined;
  /** The resource version at which the next watch starts. */
  #resourceVersion = '';
  /** Whether the kind has been listed at least once. */
  #listed = false;
  #failingSince = 0;
  /** Earliest time of the next list: a server may end each watch at once. */
  #notListedBefore = 0;

  constructor(kind: Kind<SourceName>, context: FeedContext) {
    this.kind = kind;
    this.#context = context;
    this.#backoff = new Backoff(context.limits.maxBackoffMs);
    this.#reader = new KindReader(kind, context);
    const { limits, memory } = context;
    this.#facts = new FactStore({
      what: kind.groupResource,
      maxObjects: mostOf(kind, limits),
      budget: kind.required ? memory : memory.forDetails,
      project: object => kind.project(object),
    });
  }

  /** Reads until the signal is aborted; never throws. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await pause(this.#notListedBefore - Date.now(), signal);
        const resourceVersion = await this.#list(signal);
        if (this.kind.pollMs) {
          await pause(this.kind.pollMs * (0.9 + Math.random() * 0.2), signal);
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

  /** Whether the first list is in progress and nothing has failed so far. */
  get readingFirst(): boolean {
    return !this.#listed && this.#error === undefined;
  }

  /** The facts known now; old facts count as `ok` for a short while. */
  report(now: number): FeedReport {
    const state = this.#stateAt(now);
    return {
      state,
      ...(state !== 'ok' && { reason: this.#error?.message }),
      items: this.#facts.items,
      unreadable: this.#facts.unreadable,
      ...(this.kind.pollMs && { readAt: this.#readAt }),
    };
  }

  #stateAt(now: number): SourceState {
    const refusal = this.#error && refusalState(this.#error.kind);
    if (refusal) {
      return refusal;
    }
    if (!this.#error) {
      return this.#listed ? 'ok' : 'reading';
    }
    const lost = NO_WAY[this.#error.kind];
    if (!this.#listed) {
      return lost ?? 'notCollected';
    }
    const { graceMs } = this.#context.limits;
    return now - this.#failingSince < graceMs ? 'ok' : lost ?? 'stale';
  }

  async #list(signal: AbortSignal): Promise<string> {
    const { connection, limits } = this.#context;
    await connection.acquire(signal);
    const startedAt = Date.now();
    const list = this.#facts.startList();
    const deadline = new Deadline(signal);
    deadline.in(limits.listTimeoutMs);
    try {
      const resourceVersion = await this.#reader.list(
        object => list.add(object),
        deadline.signal,
      );
      this.#readAt = startedAt;
      this.#succeed(list.finish());
      return resourceVersion;
    } finally {
      deadline.end();
      list.abandon();
      this.#notListedBefore = restAfter(startedAt, Date.now());
    }
  }

  /** Watches repeatedly; never returns, throws when a new list is needed. */
  async #follow(from: string, signal: AbortSignal): Promise<void> {
    this.#resourceVersion = from;
    while (!signal.aborted) {
      const started = Date.now();
      try {
        const events = await this.#reader.watch(this.#resourceVersion, signal);
        this.#succeed(false);
        // No function of its own: each would be held for as long as the watch.
        await this.#reader.follow(
          events,
          event => this.#succeed(this.#apply(event)),
          signal,
        );
        this.#succeed(false);
      } catch (error) {
        const failure = toReaderError(error);
        if (signal.aborted || !NO_WAY[failure.kind]) {
          throw failure;
        }
        this.#fail(failure);
        await pause(this.#delayAfter(failure), signal);
      }
      if (Date.now() - started < 1_000) {
        // Without a pause, watches ended at once would be a busy loop.
        await pause(this.#backoff.next(), signal);
      }
    }
  }

  #apply({ type, object }: WatchEvent): boolean {
    const { metadata } = object as { metadata?: { resourceVersion?: unknown } };
    if (isResourceVersion(metadata?.resourceVersion)) {
      this.#resourceVersion = metadata.resourceVersion;
    }
    switch (type) {
      case 'BOOKMARK':
        return false;
      case 'DELETED':
        return this.#facts.delete(object);
      default:
        return this.#facts.put(object);
    }
  }

  #succeed(changed: boolean): void {
    const isFirstList = !this.#listed;
    const recovered = this.#error !== undefined || isFirstList;
    this.#listed = true;
    this.#error = undefined;
    this.#failures = 0;
    if (changed || recovered) {
      this.#backoff.reset();
    }
    // Polled facts are never current: the next assessment has them.
    if (recovered || (changed && !this.kind.pollMs)) {
      this.#context.onChange(isFirstList);
    }
  }

  #fail(failure: ReaderError): void {
    this.#failures += 1;
    // One new list after an expired version is normal, several are not.
    if (failure.kind === 'expired' && this.#failures === 1) {
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
    if (refusalState(failure.kind)) {
      this.#facts.clear();
    }
    if (changed) {
      this.#context.onChange(false);
    }
  }

  #delayAfter(failure: ReaderError): number {
    const { refusedRetryMs, tooLargeRetryMs } = this.#context.limits;
    if (failure.kind === 'expired' || failure.kind === 'unauthorized') {
      return this.#failures === 1 ? Math.random() * 500 : this.#backoff.next();
    }
    if (refusalState(failure.kind)) {
      return refusedRetryMs * (0.8 + Math.random() * 0.4);
    }
    const wait = this.#backoff.after(failure);
    return failure.kind === 'tooLarge' ? Math.max(wait, tooLargeRetryMs) : wait;
  }
}

/** Lists take at most a fifth of the time; a pause is 30 s at most. */
function restAfter(startedAt: number, endedAt: number): number {
  return endedAt + Math.min(4 * (endedAt - startedAt), MAX_REST_MS);
}
