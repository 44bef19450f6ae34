import type { SourceState } from '@clusterworks/plugin-clusters-common';
import {
  allKinds,
  type Kind,
  type SourceName,
} from '@clusterworks/plugin-clusters-health';
import { ClusterConnection } from './ClusterConnection';
import type { ConnectionStatus } from './ConnectionStatus';
import type { ClusterTarget } from './ClusterTarget';
import { KubeClient } from './KubeClient';
import { ListLane } from './ListLane';
import { MemoryBudget } from './MemoryBudget';
import type { ReaderErrorKind } from './ReaderError';
import type { ReaderGates } from './ReaderGates';
import type { ReaderLimits } from './ReaderLimits';
import { type FeedReport, ResourceFeed } from './ResourceFeed';
import { Semaphore } from './Semaphore';
import { untilAborted } from './untilAborted';

/**
 * Everything in progress is aborted at once; this is the deadline for what does
 * not end.
 */
const STOP_MS = 2_000;

/** Errors that are answers of a reachable server. */
const ANSWERS: ReadonlySet<ReaderErrorKind> = new Set([
  'throttled',
  'failed',
  'malformed',
]);

/** The facts of one kind of object, with the state of its feed. */
export interface KindFacts extends FeedReport {
  kind: Kind<SourceName>;
}

/** All facts read from one cluster so far. */
export interface ClusterFacts {
  connection: ConnectionStatus;
  /** For example `v1.35.4`. */
  serverVersion?: string;
  /** The server's clock minus ours, in milliseconds. */
  clockSkewMs: number;
  /** Whether the server's clock showed an impossible time. */
  clockRefused?: boolean;
  /** When the server last sent anything; 0 when it never did. */
  lastContact: number;
  resources: KindFacts[];
}

/** Options of a {@link ClusterReader}. */
export interface ClusterReaderOptions {
  target: ClusterTarget;
  limits: ReaderLimits;
  gates: ReaderGates;
  /**
   * Called when something changed; often many times in a row.
   *
   * @param isFirstList - whether only a kind was listed for the first time
   */
  onChange(isFirstList: boolean): void;
  /** The kinds to read, in this order; all kinds by default. */
  kinds?: readonly Kind<SourceName>[];
}

/**
 * Reads one cluster: lists each kind once, then follows it, and keeps only the
 * facts that the kind declares. The reader does not depend on Backstage or on
 * the rules.
 */
export class ClusterReader {
  readonly #connection: ClusterConnection;
  readonly #feeds: ResourceFeed[];
  readonly #graceMs: number;
  readonly #awaited: ReaderGates['awaited'];
  readonly #stopped = new AbortController();
  /** Resolves when each required kind was read once or could not be read. */
  readonly #requiredRead: Promise<void>;
  #onRequiredRead = () => {};
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: ClusterReaderOptions) {
    const { target, limits, gates, onChange } = options;
    const client = new KubeClient(target.url, limits, gates);
    this.#graceMs = limits.graceMs;
    this.#connection = new ClusterConnection({
      target,
      client,
      limits,
      gates,
      onChange: () => onChange(false),
    });
    this.#awaited = gates.awaited;
    this.#requiredRead = new Promise(resolve => {
      this.#onRequiredRead = resolve;
    });
    const context = {
      client,
      connection: this.#connection,
      limits,
      gates,
      listing: new Semaphore(limits.listsPerCluster),
      lane: new ListLane(gates, limits),
      memory: new MemoryBudget(
        limits.maxFactBytes,
        'Facts about this cluster',
        gates.facts,
      ),
      onChange: (isFirstList: boolean) => {
        this.#checkRequired();
        onChange(isFirstList);
      },
    };
    this.#feeds = (options.kinds ?? allKinds).map(
      kind => new ResourceFeed(kind, context),
    );
  }

  start(): void {
    const { signal } = this.#stopped;
    this.#connection.start();
    signal.addEventListener('abort', () => this.#onRequiredRead());
    this.#checkRequired();
    void this.#requiredRead.then(this.#awaited.add());
    // Kinds that a verdict requires are read before all others.
    this.#running = Promise.all(
      this.#feeds.map(feed =>
        feed.kind.required
          ? feed.run(signal)
          : this.#requiredRead.then(() => feed.run(signal)),
      ),
    );
  }

  /**
   * Aborts all requests and waits a limited time until nothing runs any more.
   * The limit ensures that a cluster can be removed whatever its server does.
   */
  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#connection.stop();
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), STOP_MS);
    await untilAborted(this.#running, patience.signal).catch(() => {});
    clearTimeout(timer);
  }

  /** Whether there is a connection to the server. */
  get connected(): boolean {
    return this.#connection.status.state === 'up';
  }

  /** Whether some kind is still being read for the first time. */
  get readingFirst(): boolean {
    return (
      this.#connection.status.state !== 'down' &&
      this.#feeds.some(feed => feed.readingFirst)
    );
  }

  /** Whether each required kind was read once or could not be read. */
  get requiredRead(): boolean {
    return !this.#feeds.some(feed => feed.kind.required && feed.readingFirst);
  }

  #checkRequired(): void {
    if (this.requiredRead) {
      this.#onRequiredRead();
    }
  }

  /**
   * The facts known now. While the server is down, no source has the state
   * `ok`.
   */
  facts(now: number): ClusterFacts {
    const { status, serverVersion, clock, lastContact } = this.#connection;
    const down = this.#downState(now);
    return {
      connection: status,
      serverVersion,
      clockSkewMs: clock.skewMs,
      clockRefused: clock.refused,
      lastContact,
      resources: this.#feeds.map(feed => {
        const report = feed.report(now);
        const { kind } = feed;
        return down
          ? { ...report, kind, state: down, reason: status.error?.message }
          : { ...report, kind };
      }),
    };
  }

  #downState(now: number): SourceState | undefined {
    const { state, since, error } = this.#connection.status;
    if (state !== 'down') {
      return undefined;
    }
    if (error?.kind === 'unauthorized') {
      return 'forbidden';
    }
    const known = this.#connection.lastContact > 0;
    if (known && now - since < this.#graceMs) {
      return undefined;
    }
    if (error?.kind === 'noCredentials') {
      return 'noCredentials';
    }
    // The server answers, but with an error.
    const answers = error && ANSWERS.has(error.kind);
    return answers && known ? 'stale' : 'unreachable';
  }
}
