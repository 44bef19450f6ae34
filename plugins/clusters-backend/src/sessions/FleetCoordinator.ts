import type { LoggerService } from '@backstage/backend-plugin-api';
import { withDeadline } from '@clusterworks/plugin-clusters-node';
import type { ClusterDiscovery } from '../discovery/ClusterDiscovery';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { FleetStore } from '../fleet/FleetStore';
import type { ClusterIdentities } from '../identity/ClusterIdentities';
import type { ClusterOwnership } from '../ownership/ClusterOwnership';
import type { SessionManager } from './SessionManager';

/**
 * Deadline for the catalog and the database; exceeding it counts as a failure.
 */
const PATIENCE_MS = 30_000;
/**
 * A backend that stops gives its clusters up, and nobody reads them until the
 * others distribute them again.
 */
const SETTLE_MS = 2_000;
/** The same deadline while this backend stops, which must not take long. */
const RELEASE_MS = 2_000;

/** The dependencies of a {@link FleetCoordinator}. */
export interface FleetCoordinatorOptions {
  fleet: FleetStore;
  sessions: SessionManager;
  discovery: ClusterDiscovery;
  identities: Pick<ClusterIdentities, 'settle'>;
  ownership: ClusterOwnership;
  logger: LoggerService;
  /** Interval between two discoveries, in milliseconds. */
  discoveryMs: number;
  /**
   * Interval between two distributions of the clusters among backends, in
   * milliseconds.
   */
  settleMs?: number;
}

/**
 * Determines which clusters exist and which of them belong to this backend, and
 * starts and stops their sessions.
 */
export class FleetCoordinator {
  readonly #options: FleetCoordinatorOptions;
  #clusters: KnownCluster[] = [];
  #timers: NodeJS.Timeout[] = [];
  #refreshing: Promise<void> | undefined;
  #settling: Promise<void> = Promise.resolve();
  #stopped = false;
  #cannotLook = false;
  #cannotSettle = false;

  constructor(options: FleetCoordinatorOptions) {
    this.#options = options;
  }

  /** The clusters that the last discovery found. */
  get clusters(): readonly KnownCluster[] {
    return this.#clusters;
  }

  start(): void {
    const { discoveryMs, settleMs = SETTLE_MS } = this.#options;
    this.#every(discoveryMs, () => void this.refresh());
    this.#every(settleMs, () => void this.#settleInTurn());
    void this.refresh();
  }

  async stop(): Promise<void> {
    const { ownership, sessions, logger } = this.#options;
    this.#stopped = true;
    this.#timers.forEach(clearInterval);
    await sessions.stop();
    // A running distribution could take clusters again after they were
    // released.
    const release = this.#settling.then(() => ownership.release());
    await withDeadline(release, RELEASE_MS, 'Releasing the clusters').catch(
      error =>
        logger.warn(
          'Could not release the clusters, other backends take them over later',
          error,
        ),
    );
  }

  /** Runs a discovery now; callers at the same time share one run. */
  refresh(): Promise<void> {
    this.#refreshing ??= this.#refresh()
      .then(() => {
        this.#cannotLook = false;
      })
      .catch(error => {
        if (!this.#cannotLook) {
          this.#options.logger.warn('Could not discover clusters', error);
        }
        this.#cannotLook = true;
      })
      .finally(() => {
        this.#refreshing = undefined;
      });
    return this.#refreshing;
  }

  async #refresh(): Promise<void> {
    const { discovery, identities } = this.#options;
    const found = await withDeadline(
      discovery.discover(),
      PATIENCE_MS,
      'Asking the catalog for clusters',
    );
    this.#clusters = await withDeadline(
      identities.settle(found),
      PATIENCE_MS,
      'Identifying the clusters',
    );
    await this.#settleInTurn();
  }

  /**
   * Distributions run one after the other: two at once could start a session
   * twice.
   */
  #settleInTurn(): Promise<void> {
    this.#settling = this.#settling
      .then(() => this.#settle())
      .then(() => {
        this.#cannotSettle = false;
      })
      .catch(error => {
        // Without the database, no other backend can take our clusters either.
        if (!this.#cannotSettle) {
          const { logger } = this.#options;
          logger.warn(
            'Could not distribute the clusters among backends',
            error,
          );
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
    const there = new Set(clusters.map(({ identity }) => identity));
    const owned = await withDeadline(
      ownership.settle([...there]),
      PATIENCE_MS,
      'Distributing the clusters among backends',
    );
    sessions.owned
      .filter(identity => !owned.has(identity) || !there.has(identity))
      .forEach(identity => sessions.end(identity));
    fleet.entries
      .filter(({ cluster }) => !there.has(cluster.identity))
      .forEach(({ cluster }) => fleet.remove(cluster.identity));
    for (const cluster of clusters) {
      if (owned.has(cluster.identity) && !this.#stopped) {
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
