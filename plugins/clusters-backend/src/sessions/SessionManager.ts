import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  AssessedCluster,
  AssessorMemory,
} from '../assessment/ClusterAssessor';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { FleetStore } from '../fleet/FleetStore';
import type { LoadedState } from '../state/loadState';
import { ClusterSession, type ClusterSessionOptions } from './ClusterSession';
import { withDeadline } from './withDeadline';

/** A cluster in which nothing is wrong is assessed so much less often. */
const SETTLED_FACTOR = 6;
/** A database that is slower is not waited for: the cluster is read at once. */
const LOAD_MS = 10_000;
/** Whatever API servers do, a backend that is told to ends. */
const STOP_MS = 5_000;

/** What a {@link SessionManager} works with. */
export interface SessionManagerOptions
  extends Omit<ClusterSessionOptions, 'lastView' | 'onAssessed' | 'onError'> {
  fleet: FleetStore;
  logger: LoggerService;
  /** How often every cluster is assessed anew, in milliseconds. */
  assessMs: number;
  /** What was saved of a cluster when somebody last read it. */
  loadState(cluster: string): Promise<LoadedState | undefined>;
}

/**
 * Keeps one session per cluster that is ours, and assesses each again as time
 * goes by. A cluster is ours exactly as long as it has a session.
 */
export class SessionManager {
  readonly #options: SessionManagerOptions;
  readonly #sessions = new Map<string, ClusterSession>();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: SessionManagerOptions) {
    this.#options = options;
  }

  /** Whether this backend reads a cluster. */
  owns(cluster: string): boolean {
    return this.#sessions.has(cluster);
  }

  /** The clusters that this backend reads. */
  get owned(): string[] {
    return [...this.#sessions.keys()];
  }

  /** What the assessor of a cluster of ours remembers. */
  memoryOf(cluster: string): AssessorMemory | undefined {
    return this.#sessions.get(cluster)?.memory;
  }

  start(): void {
    // A few clusters every second instead of all at once every ten.
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
      this.#options.logger.warn('Not all clusters were left in order', error),
    );
  }

  /** Reads a cluster from now on, or takes what is new about one of ours. */
  async follow(cluster: KnownCluster): Promise<void> {
    const running = this.#sessions.get(cluster.name);
    if (running) {
      running.update(cluster);
      return;
    }
    const saved = await this.#load(cluster);
    if (this.#stopped) {
      return;
    }
    const session = this.#createSession(cluster, saved?.memory);
    this.#sessions.set(cluster.name, session);
    session.start();
    this.#options.logger.info(
      `Following cluster ${cluster.name}${saved ? ', known from before' : ''}`,
    );
  }

  /** Reads a cluster no more; does not wait for its API server. */
  end(name: string): void {
    const { logger } = this.#options;
    const session = this.#sessions.get(name);
    this.#sessions.delete(name);
    session
      ?.stop()
      .catch(error => logger.warn(`Could not leave cluster ${name}`, error));
    logger.info(`Not following cluster ${name} any more`);
  }

  /** Shows what was saved of a cluster, and answers with it. */
  async #load(cluster: KnownCluster): Promise<LoadedState | undefined> {
    const { logger, fleet, loadState } = this.#options;
    const { name } = cluster;
    try {
      const what = `Loading the state of cluster ${name}`;
      const saved = await withDeadline(loadState(name), LOAD_MS, what);
      if (saved && fleet.get(name) === undefined) {
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
      lastView: name => fleet.get(name)?.body.view(),
      onAssessed: (session, assessed) => this.#show(session, assessed),
      onError: (name, error) =>
        logger.error(`Trouble with cluster ${name}`, error as Error),
    };
    return new ClusterSession(cluster, options, memory);
  }

  #show(session: ClusterSession, assessed: AssessedCluster): void {
    const { name } = session.cluster;
    // A session that ended meanwhile must not overwrite what the new one shows.
    if (this.#sessions.get(name) === session) {
      this.#options.fleet.put(session.cluster, assessed);
    }
  }

  /** Assesses whose turn it is, the longest waiting first, so many a second. */
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
