import { Backoff } from './Backoff';
import type { ClusterTarget, ReaderCredential } from './ClusterTarget';
import type { KubeClient } from './KubeClient';
import { Deadline } from './Deadline';
import { explainCredentialError } from './explainCredentialError';
import { pause } from './pause';
import { ReaderError, toReaderError } from './ReaderError';
import type { ReaderGates } from './ReaderGates';
import type { ReaderLimits } from './ReaderLimits';
import type { ServerClock } from './responseHeaders';
import type { ApiConnection } from './transport/ApiConnection';
import { connect } from './transport/connect';
import { untilAborted } from './untilAborted';

/** How we stand with an API server. */
export interface ConnectionStatus {
  state: 'connecting' | 'up' | 'down';
  /** Milliseconds since the epoch, since when. */
  since: number;
  /** What is wrong when it is down. */
  error?: ReaderError;
}

/** What a feed needs to send a request. */
export interface OpenConnection {
  connection: ApiConnection;
  credential: ReaderCredential;
}

/** A server that says nothing new for so long is asked for its version. */
const VERSION_REFRESH_MS = 300_000;
/** Answers tell their time in whole seconds, and take a moment to come. */
const SKEW_NOISE_MS = 5_000;
/** A server that ends connections sooner is asked for fewer of them. */
const SHORT_LIFE_MS = 10_000;

/**
 * Keeps one connection to an API server open for all feeds of a cluster.
 *
 * It is opened once for all who wait for it, proved with a cheap request before
 * anybody lists over it, and opened again with growing pauses after a failure.
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
  /** The server's clock minus ours, in milliseconds. */
  clockSkewMs = 0;
  /** Whether the server's clock said a time that cannot be true. */
  clockRefused = false;
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

  /** To be called whenever the server sent something. */
  alive(): void {
    this.lastContact = Date.now();
  }

  /** To be called with what an answer says of the server's clock. */
  sawClock(clock: ServerClock): void {
    if (clock === undefined) {
      return;
    }
    const refused = clock === 'unbelievable';
    const skewMs = refused ? 0 : clock.skewMs;
    const moved = Math.abs(skewMs - this.clockSkewMs) > SKEW_NOISE_MS;
    if (moved || refused !== this.clockRefused) {
      this.clockSkewMs = skewMs;
      this.clockRefused = refused;
      this.#onChange();
    }
  }

  /**
   * Waits until there is a proven connection.
   *
   * @throws when the signal is aborted
   */
  async acquire(signal: AbortSignal): Promise<OpenConnection> {
    for (;;) {
      signal.throwIfAborted();
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
   * The connection as it stands, without waiting for a better one.
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

  /** To be called when credentials that we sent were not accepted. */
  unauthorized(): void {
    this.#target.credentials.invalidate();
    this.verify();
  }

  /** Asks the server for life, and drops the connection when there is none. */
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
        await this.#pauseAfterShortLife(signal);
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

  /** A server may end every connection right after it was opened. */
  async #pauseAfterShortLife(signal: AbortSignal): Promise<void> {
    const lived = Date.now() - this.#connectedAt;
    if (lived < SHORT_LIFE_MS) {
      await pause(this.#backoff.next(), signal);
    } else {
      this.#backoff.reset();
    }
  }

  async #connect(): Promise<void> {
    const credential = await this.#credential();
    const connection = await this.#dial(credential);
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

  async #dial(credential: ReaderCredential): Promise<ApiConnection> {
    const { connectTimeoutMs } = this.#limits;
    const deadline = new Deadline(this.#stopped.signal);
    deadline.in(connectTimeoutMs);
    try {
      return await untilAborted(
        connect(this.#target, credential, deadline.signal),
        deadline.signal,
        late => late.close(),
      );
    } catch (error) {
      if (deadline.passed) {
        throw new ReaderError(
          'unreachable',
          `API server unreachable: no connection within ${
            connectTimeoutMs / 1000
          } s`,
        );
      }
      throw error;
    } finally {
      deadline.end();
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

  async #credential(): Promise<ReaderCredential> {
    const deadline = new Deadline(this.#stopped.signal);
    deadline.in(this.#limits.credentialsTimeoutMs);
    try {
      const credential = this.#target.credentials.get();
      return await untilAborted(credential, deadline.signal);
    } catch (error) {
      // What never came must not be waited for again.
      this.#target.credentials.invalidate();
      const reason = deadline.passed
        ? `none within ${this.#limits.credentialsTimeoutMs / 1000} s`
        : explainCredentialError(error);
      throw new ReaderError(
        'noCredentials',
        `The portal has no credentials for this cluster: ${reason}`,
      );
    } finally {
      deadline.end();
    }
  }

  #down(error: ReaderError): void {
    const { state, since } = this.status;
    const changed =
      state !== 'down' || this.status.error?.message !== error.message;
    this.status = {
      state: 'down',
      since: state === 'down' ? since : Date.now(),
      error,
    };
    if (changed) {
      this.#onChange();
    }
  }

  #drop(): void {
    this.#current?.close();
    this.#current = undefined;
  }
}
