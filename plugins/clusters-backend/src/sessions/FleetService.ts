import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterDiscovery } from '../discovery/ClusterDiscovery';
import type { KnownCluster } from '../discovery/KnownCluster';
import { ClusterSession, type ClusterSessionOptions } from './ClusterSession';
import type { FleetStore } from '../fleet/FleetStore';
import type { Recalled } from '../history/Chronicle';
import type { AssessedCluster } from '../assessment/ClusterAssessor';
import type { ClusterOwnership } from '../ownership/ClusterOwnership';

/** A cluster in which nothing is wrong is assessed so much less often. */
const SETTLED_FACTOR = 6;

/** Options of a {@link FleetService}. */
export interface FleetServiceOptions
  extends Omit<ClusterSessionOptions, 'lastView' | 'onAssessed' | 'onError'> {
  fleet: FleetStore;
  /** The sessions of our clusters, for others to look at. */
  sessions: Map<string, ClusterSession>;
  discovery: ClusterDiscovery;
  ownership: ClusterOwnership;
  logger: LoggerService;
  /** How often clusters are looked for, in milliseconds. */
  discoveryMs: number;
  /** How often the clusters are shared out anew, in milliseconds. */
  settleMs?: number;
  /** How often every cluster is assessed anew, in milliseconds. */
  assessMs: number;
  /** What is remembered of a cluster from before. */
  recall(cluster: string): Promise<Recalled | undefined>;
}

/**
 * Keeps one session per cluster that is ours: follows the catalog, and assesses
 * again as time goes by.
 */
export class FleetService {
  readonly #options: FleetServiceOptions;
  readonly #sessions: Map<string, ClusterSession>;
  #clusters: KnownCluster[] = [];
  #timers: NodeJS.Timeout[] = [];
  #refreshing: Promise<void> | undefined;
  #settling: Promise<void> = Promise.resolve();
  #stopped = false;
  #cannotSettle = false;

  constructor(options: FleetServiceOptions) {
    this.#options = options;
    this.#sessions = options.sessions;
  }

  /** Clusters that the last discovery found. */
  get clusters(): readonly KnownCluster[] {
    return this.#clusters;
  }

  start(): void {
    const { discoveryMs, settleMs = 4_000 } = this.#options;
    this.#every(discoveryMs, () => void this.refresh());
    this.#every(settleMs, () => void this.#settleInTurn());
    // A few clusters every second instead of all at once every ten.
    this.#every(1_000, () => this.#assessSome());
    void this.refresh();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#timers.forEach(clearInterval);
    await this.#refreshing;
    await this.#settling;
    await Promise.all([...this.#sessions.values()].map(one => one.stop()));
    this.#sessions.clear();
    await this.#options.ownership.release();
  }

  /** Looks for clusters now; callers at the same time share one look. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh()
      .catch(error => {
        this.#options.logger.warn('Could not look for clusters', error);
      })
      .finally(() => {
        this.#refreshing = undefined;
      });
    return this.#refreshing;
  }

  async #refresh(): Promise<void> {
    this.#clusters = await this.#options.discovery.discover();
    await this.#settleInTurn();
  }

  /** One after the other: two at once could start a session twice. */
  #settleInTurn(): Promise<void> {
    this.#settling = this.#settling
      .then(() => this.#settle())
      .then(() => {
        this.#cannotSettle = false;
      })
      .catch(error => {
        // Without the database nobody else can take our clusters either.
        if (!this.#cannotSettle) {
          const { logger } = this.#options;
          logger.warn('Could not share out the clusters', error);
        }
        this.#cannotSettle = true;
      });
    return this.#settling;
  }

  async #settle(): Promise<void> {
    const clusters = this.#clusters;
    if (this.#stopped) {
      return;
    }
    const names = new Set(clusters.map(({ name }) => name));
    const owned = await this.#options.ownership.settle([...names]);
    const { fleet } = this.#options;
    for (const name of [...this.#sessions.keys()]) {
      if (!owned.has(name) || !names.has(name)) {
        await this.#end(name);
      }
    }
    for (const { cluster } of fleet.entries) {
      if (!names.has(cluster.name)) {
        fleet.remove(cluster.name);
      }
    }
    for (const cluster of clusters) {
      if (owned.has(cluster.name)) {
        await this.#follow(cluster);
      }
    }
  }

  async #follow(cluster: KnownCluster): Promise<void> {
    const running = this.#sessions.get(cluster.name);
    if (running) {
      await running.update(cluster);
      return;
    }
    const { logger, fleet, recall } = this.#options;
    const known = fleet.get(cluster.name) !== undefined;
    const recalled = await recall(cluster.name).catch(error => {
      logger.warn(`Could not recall cluster ${cluster.name}`, error);
      return undefined;
    });
    if (!known && recalled) {
      fleet.restore(cluster, recalled.detail);
    }
    const session = new ClusterSession(
      cluster,
      {
        ...this.#options,
        lastView: name => fleet.get(name)?.body.view(),
        onAssessed: (from, assessed) => this.#show(from, assessed),
        onError: (name, error) =>
          logger.error(`Could not assess cluster ${name}`, error as Error),
      },
      recalled?.memory,
    );
    this.#sessions.set(cluster.name, session);
    session.start();
    logger.info(
      `Following cluster ${cluster.name}${
        recalled ? ', known from before' : ''
      }`,
    );
  }

  #show(session: ClusterSession, assessed: AssessedCluster): void {
    const { name } = session.cluster;
    // A session that was taken over meanwhile must not overwrite the new one.
    if (this.#sessions.get(name) === session) {
      this.#options.fleet.put(session.cluster, assessed);
    }
  }

  async #end(name: string): Promise<void> {
    const session = this.#sessions.get(name);
    this.#sessions.delete(name);
    await session?.stop();
    this.#options.logger.info(`Not following cluster ${name} any more`);
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

  #every(milliseconds: number, task: () => void): void {
    const timer = setInterval(task, milliseconds);
    timer.unref();
    this.#timers.push(timer);
  }
}
