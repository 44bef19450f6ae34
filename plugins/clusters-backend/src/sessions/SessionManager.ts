import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Snapshot } from '@clusterworks/plugin-clusters-health';
import { withDeadline } from '@clusterworks/plugin-clusters-node';
import type { AssessorMemory } from '../assessment/AssessorMemory';
import type { AssessedCluster } from '../assessment/ClusterAssessor';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { FleetStore } from '../fleet/FleetStore';
import type { LoadedState } from '../state/loadState';
import { ClusterSession, type ClusterSessionOptions } from './ClusterSession';

/** A healthy cluster is assessed this many times less often. */
const SETTLED_FACTOR = 6;
/**
 * If the database takes longer, the cluster is read without its saved state.
 */
const LOAD_MS = 10_000;
/**
 * A backend that is told to stop does so after this time, whatever API servers
 * do.
 */
const STOP_MS = 5_000;

/** The dependencies and intervals of a {@link SessionManager}. */
export interface SessionManagerOptions
  extends Omit<ClusterSessionOptions, 'lastView' | 'onAssessed' | 'onError'> {
  fleet: FleetStore;
  logger: LoggerService;
  /** Interval between two assessments of a cluster, in milliseconds. */
  assessMs: number;
  /** Loads the state that a backend saved when it last read the cluster. */
  loadState(identity: string): Promise<LoadedState | undefined>;
}

/**
 * Keeps one session for each cluster that this backend owns, and assesses each
 * repeatedly as time passes. This backend owns a cluster exactly as long as a
 * session for it exists.
 */
export class SessionManager {
  readonly #options: SessionManagerOptions;
  /** The sessions, by identity of the cluster. */
  readonly #sessions = new Map<string, ClusterSession>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: SessionManagerOptions) {
    this.#options = options;
  }

  /** Whether this backend reads a cluster. */
  owns(identity: string): boolean {
    return this.#sessions.has(identity);
  }

  /** Keys of the clusters that this backend reads. */
  get owned(): string[] {
    return [...this.#sessions.keys()];
  }

  /** The memory of the assessor of a cluster that this backend owns. */
  memoryOf(identity: string): AssessorMemory | undefined {
    return this.#sessions.get(identity)?.memory;
  }

  /**
   * The objects of a cluster as they are read now; absent when another backend
   * reads it.
   */
  snapshotOf(identity: string): Snapshot | undefined {
    return this.#sessions.get(identity)?.snapshot;
  }

  /** Judges a cluster soon, if this backend reads it. */
  reassess(identity: string): void {
    this.#sessions.get(identity)?.assessSoon();
  }

  start(): void {
    // A few clusters every second instead of all of them at once every ten
    // seconds.
    this.#timer = setInterval(() => this.#assessSome(), 1_000);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    const sessions = [...this.#sessions.values()];
    this.#sessions.clear();
    const stopped = Promise.all(sessions.map(session => session.stop()));
    await withDeadline(stopped, STOP_MS, 'Closing connections').catch(error =>
      this.#options.logger.warn(
        'Could not close all connections to clusters',
        error,
      ),
    );
  }

  /**
   * Starts to read a cluster, or applies new data of a cluster that is read
   * already.
   */
  async follow(cluster: KnownCluster): Promise<void> {
    const running = this.#sessions.get(cluster.identity);
    if (running) {
      running.update(cluster);
      return;
    }
    const saved = await this.#load(cluster);
    if (this.#stopped) {
      return;
    }
    const session = this.#createSession(cluster, saved?.memory);
    this.#sessions.set(cluster.identity, session);
    session.start();
    this.#options.logger.info(
      `Following cluster ${cluster.name}${
        saved ? ', with its saved state' : ''
      }`,
    );
  }

  /** Stops reading a cluster, without waiting for its API server. */
  end(identity: string): void {
    const { logger } = this.#options;
    const session = this.#sessions.get(identity);
    if (!session) {
      return;
    }
    const { name } = session.cluster;
    this.#sessions.delete(identity);
    session
      .stop()
      .catch(error =>
        logger.warn(`Could not close the connection to cluster ${name}`, error),
      );
    logger.info(`Not following cluster ${name} any more`);
  }

  /** Shows the saved state of a cluster, and returns that state. */
  async #load(cluster: KnownCluster): Promise<LoadedState | undefined> {
    const { logger, fleet, loadState } = this.#options;
    const { name, identity } = cluster;
    try {
      const what = `Loading the state of cluster ${name}`;
      const saved = await withDeadline(loadState(identity), LOAD_MS, what);
      if (saved && fleet.find(identity) === undefined) {
        fleet.restore(cluster, saved.detail);
      }
      return saved;
    } catch (error) {
      logger.warn(
        `Could not load the state of cluster ${name}`,
        error as Error,
      );
      return undefined;
    }
  }

  #createSession(
    cluster: KnownCluster,
    memory: AssessorMemory | undefined,
  ): ClusterSession {
    const { logger, fleet } = this.#options;
    const options: ClusterSessionOptions = {
      ...this.#options,
      lastView: identity => fleet.find(identity)?.body.view(),
      onAssessed: (session, assessed) => this.#show(session, assessed),
      onError: (name, error) =>
        logger.error(
          `Error while reading or assessing cluster ${name}`,
          error as Error,
        ),
    };
    return new ClusterSession(cluster, options, memory);
  }

  #show(session: ClusterSession, assessed: AssessedCluster): void {
    const { identity } = session.cluster;
    // A session that ended meanwhile must not overwrite the newer session's
    // data.
    if (this.#sessions.get(identity) === session) {
      this.#options.fleet.put(session.cluster, assessed);
    }
  }

  /**
   * Assesses clusters that are due, the longest overdue first, at an even rate.
   */
  #assessSome(): void {
    const { assessMs } = this.#options;
    const now = performance.now();
    const overdue = (session: ClusterSession) =>
      now -
      session.assessedAt -
      (session.settled ? SETTLED_FACTOR : 1) * assessMs;
    const perSecond = (1_000 * this.#sessions.size) / assessMs;
    [...this.#sessions.values()]
      .filter(session => overdue(session) >= 0)
      .sort((left, right) => overdue(right) - overdue(left))
      .slice(0, Math.max(1, Math.ceil(perSecond)))
      .forEach(session => session.assessSoon());
  }
}
