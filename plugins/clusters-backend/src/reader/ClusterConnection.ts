import { Backoff } from './Backoff';
import type { ClusterTarget, ReaderCredential } from './ClusterTarget';
import type { KubeClient } from './KubeClient';
import type { ConnectionStatus } from './ConnectionStatus';
import { dial } from './dial';
import { fetchCredential } from './fetchCredential';
import { ObservedClock } from './ObservedClock';
import { pause } from './pause';
import { ReaderError, toReaderError } from './ReaderError';
import type { ReaderGates } from './ReaderGates';
import type { ReaderLimits } from './ReaderLimits';
import type { ServerClock } from './responseHeaders';
import type { ApiConnection } from './transport/ApiConnection';
import { untilAborted } from './untilAborted';

/** What a feed needs to send a request. */
export interface OpenConnection {
  connection: ApiConnection;
  credential: ReaderCredential;
}

/** The server's version is requested again when it is older than this. */
const VERSION_REFRESH_MS = 300_000;

/**
 * Keeps one connection to an API server open for all feeds of a cluster.
 *
 * Feeds that wait at the same time share one attempt. A connection is tested
 * with a cheap request before a list, and reopened with growing pauses.
 */
export class ClusterConnection {
  readonly #target: ClusterTarget;
  readonly #client: KubeClient;
  readonly #limits: ReaderLimits;
  readonly #gates: ReaderGates;
  readonly #onChange: () => void;
  readonly #stopped = new AbortController();
  readonly #backoff: Backoff;
  #current: ApiConnection | undefined;
  #opening: Promise<void> | undefined;
  #verifying: Promise<void> | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #lastVerified = 0;
  #connectedAt = 0;
  status: ConnectionStatus = { state: 'connecting', since: Date.now() };
  serverVersion: string | undefined;
  /** The server's clock, as its answers reported it. */
  readonly clock = new ObservedClock();
  /** When the server last sent anything, in milliseconds since the epoch. */
  lastContact = 0;

  constructor(options: {
    target: ClusterTarget;
    client: KubeClient;
    limits: ReaderLimits;
    gates: ReaderGates;
    onChange: () => void;
  }) {
    this.#target = options.target;
    this.#client = options.client;
    this.#limits = options.limits;
    this.#gates = options.gates;
    this.#onChange = options.onChange;
    this.#backoff = new Backoff(options.limits.maxBackoffMs);
  }

  start(): void {
    this.#heartbeat = setInterval(
      () => this.#checkLife(),
      Math.min(5_000, this.#limits.livenessMs / 2),
    );
    this.#heartbeat.unref();
  }

  stop(): void {
    clearInterval(this.#heartbeat);
    this.#stopped.abort();
    this.#drop();
  }

  /** Called whenever the server sent something. */
  alive(): void {
    this.lastContact = Date.now();
  }

  /** Called with what an answer says about the server's clock. */
  sawClock(clock: ServerClock): void {
    if (this.clock.observe(clock)) {
      this.#onChange();
    }
  }

  /**
   * Waits until there is a tested connection.
   *
   * @throws when the signal is aborted
   * @throws ReaderError `unreachable` once it is stopped
   */
  async acquire(signal: AbortSignal): Promise<OpenConnection> {
    for (;;) {
      signal.throwIfAborted();
      if (this.#stopped.signal.aborted) {
        // Opening fails at once now: a retry loop would block the event loop.
        throw new ReaderError('unreachable', 'The connection was closed');
      }
      if (this.#current?.usable) {
        return await this.open();
      }
      this.#opening ??= this.#open().finally(() => {
        this.#opening = undefined;
      });
      await untilAborted(this.#opening, signal);
    }
  }

  /**
   * The current connection, without waiting for a better one.
   *
   * @throws ReaderError `unreachable` when there is none
   */
  async open(): Promise<OpenConnection> {
    const connection = this.#current;
    if (!connection?.usable) {
      throw new ReaderError('unreachable', 'The connection was closed');
    }
    return { connection, credential: await this.#credential() };
  }

  /** Called when the server did not accept our credentials. */
  unauthorized(): void {
    this.#target.credentials.invalidate();
    this.verify();
  }

  /** Checks that the server answers, and drops a dead connection. */
  verify(): void {
    const connection = this.#current;
    if (connection && !this.#stopped.signal.aborted) {
      this.#verifying ??= this.#prove(connection)
        .catch(error => {
          if (this.#current === connection) {
            this.#drop();
            this.#down(toReaderError(error));
          }
        })
        .finally(() => {
          this.#verifying = undefined;
        });
    }
  }

  #checkLife(): void {
    const now = Date.now();
    const silent = now - this.lastContact > this.#limits.livenessMs;
    if (silent || now - this.#lastVerified > VERSION_REFRESH_MS) {
      this.verify();
    }
  }

  async #open(): Promise<void> {
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      const gate =
        this.status.state === 'down'
          ? this.#gates.retrying
          : this.#gates.connecting;
      try {
        // Servers may end each connection at once: its duration counts.
        const lived = Date.now() - this.#connectedAt;
        await pause(this.#backoff.afterLife(lived), signal);
        await gate.run(() => this.#connect(), signal);
        return;
      } catch (error) {
        if (signal.aborted) {
          return;
        }
        const failure = toReaderError(error);
        if (failure.kind === 'unauthorized') {
          this.#target.credentials.invalidate();
        }
        this.#down(failure);
        await pause(this.#backoff.after(failure), signal);
      }
    }
  }

  async #connect(): Promise<void> {
    const credential = await this.#credential();
    const connection = await dial(
      this.#target,
      credential,
      this.#limits.connectTimeoutMs,
      this.#stopped.signal,
    );
    try {
      await this.#prove(connection);
      this.#stopped.signal.throwIfAborted();
    } catch (error) {
      connection.close();
      throw error;
    }
    this.#current = connection;
    this.#connectedAt = Date.now();
    if (this.status.state !== 'up') {
      this.status = { state: 'up', since: Date.now() };
      this.#onChange();
    }
  }

  async #prove(connection: ApiConnection): Promise<void> {
    const { gitVersion, clock } = await this.#client.version({
      connection,
      credential: await this.#credential(),
      signal: this.#stopped.signal,
    });
    this.#lastVerified = Date.now();
    this.alive();
    this.sawClock(clock);
    if (gitVersion && gitVersion !== this.serverVersion) {
      this.serverVersion = gitVersion;
      this.#onChange();
    }
  }

  #credential(): Promise<ReaderCredential> {
    return fetchCredential(
      this.#target,
      this.#limits.credentialsTimeoutMs,
      this.#stopped.signal,
    );
  }

  #down(error: ReaderError): void {
    const before = this.status;
    this.status = {
      state: 'down',
      since: before.state === 'down' ? before.since : Date.now(),
      error,
    };
    if (before.error?.message !== error.message) {
      this.#onChange();
    }
  }

  #drop(): void {
    this.#current?.close();
    this.#current = undefined;
  }
}
