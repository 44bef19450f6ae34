import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterDiscovery } from '../discovery/ClusterDiscovery';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { FleetStore } from '../fleet/FleetStore';
import type { ClusterOwnership } from '../ownership/ClusterOwnership';
import type { SessionManager } from './SessionManager';
import { withDeadline } from './withDeadline';

/** A catalog or database that takes longer counts as one that fails. */
const PATIENCE_MS = 30_000;
/** The same while we end: nobody waits for a backend that does not. */
const RELEASE_MS = 2_000;

/** What a {@link FleetCoordinator} works with. */
export interface FleetCoordinatorOptions {
  fleet: FleetStore;
  sessions: SessionManager;
  discovery: ClusterDiscovery;
  ownership: ClusterOwnership;
  logger: LoggerService;
  /** How often clusters are looked for, in milliseconds. */
  discoveryMs: number;
  /** How often the clusters are shared out anew, in milliseconds. */
  settleMs?: number;
}

/**
 * Finds out which clusters there are and which of them are ours, and has those
 * read.
 */
export class FleetCoordinator {
  readonly #options: FleetCoordinatorOptions;
  #clusters: KnownCluster[] = [];
  #timers: NodeJS.Timeout[] = [];
  #refreshing: Promise<void> | undefined;
  #settling: Promise<void> = Promise.resolve();
  #stopped = false;
  #cannotSettle = false;

  constructor(options: FleetCoordinatorOptions) {
    this.#options = options;
  }

  /** Clusters that the last discovery found. */
  get clusters(): readonly KnownCluster[] {
    return this.#clusters;
  }

  start(): void {
    const { discoveryMs, settleMs = 4_000 } = this.#options;
    this.#every(discoveryMs, () => void this.refresh());
    this.#every(settleMs, () => void this.#settleInTurn());
    void this.refresh();
  }

  async stop(): Promise<void> {
    const { ownership, sessions, logger } = this.#options;
    this.#stopped = true;
    this.#timers.forEach(clearInterval);
    await sessions.stop();
    // What is under way might take clusters again that were given back.
    const release = this.#settling.then(() => ownership.release());
    await withDeadline(release, RELEASE_MS, 'Giving clusters back').catch(
      error => logger.warn('Others take our clusters only later', error),
    );
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
    this.#clusters = await withDeadline(
      this.#options.discovery.discover(),
      PATIENCE_MS,
      'Asking the catalog for clusters',
    );
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
    const { fleet, ownership, sessions } = this.#options;
    if (this.#stopped) {
      return;
    }
    const clusters = this.#clusters;
    const names = new Set(clusters.map(({ name }) => name));
    const owned = await withDeadline(
      ownership.settle([...names]),
      PATIENCE_MS,
      'Sharing out the clusters',
    );
    sessions.owned
      .filter(name => !owned.has(name) || !names.has(name))
      .forEach(name => sessions.end(name));
    fleet.entries
      .filter(({ cluster }) => !names.has(cluster.name))
      .forEach(({ cluster }) => fleet.remove(cluster.name));
    for (const cluster of clusters) {
      if (owned.has(cluster.name) && !this.#stopped) {
        await sessions.follow(cluster);
      }
    }
  }

  #every(milliseconds: number, task: () => void): void {
    const timer = setInterval(task, milliseconds);
    timer.unref();
    this.#timers.push(timer);
  }
}
