import { setTimeout as sleep } from 'node:timers/promises';
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
/** The same deadline while this backend stops, which must not take long. */
const RELEASE_MS = 2_000;
/**
 * A backend that crashes is missed, and one that comes is noticed, after a few
 * distributions.
 */
const SETTLE_MS = 2_000;
/** While clusters move, they are distributed so many times as often. */
const MOVING_FACTOR = 4;

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
  /**
   * How long a backend that stops waits for others to take its clusters over,
   * in milliseconds.
   */
  handoverMs: number;
}

/**
 * Determines which clusters exist and which of them belong to this backend, and
 * starts and stops their sessions.
 */
export class FleetCoordinator {
  readonly #options: FleetCoordinatorOptions;
  #clusters: KnownCluster[] = [];
  #timers: NodeJS.Timeout[] = [];
  #soon: NodeJS.Timeout | undefined;
  #refreshing: Promise<void> | undefined;
  #settling: Promise<void> = Promise.resolve();
  /** Resolves when all clusters of the last distribution are followed. */
  #following: Promise<void> = Promise.resolve();
  /** Whether a distribution waits for its turn. */
  #settleWaits = false;
  #hasOthers = false;
  /** Whether a discovery has succeeded: before, this backend knows no cluster. */
  #hasLooked = false;
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

  /** Whether other backends could take the clusters of this one over. */
  get hasOthers(): boolean {
    return this.#hasOthers;
  }

  start(): void {
    const { discoveryMs, settleMs = SETTLE_MS } = this.#options;
    this.#every(discoveryMs, () => void this.refresh());
    this.#every(settleMs, () => void this.#settleInTurn());
    void this.refresh();
  }

  /**
   * Lets other backends take all clusters over, which this one reads until
   * then. Waits until they did so, for a limited time.
   */
  async leave(): Promise<void> {
    const { handoverMs, ownership, sessions, logger } = this.#options;
    const { settleMs = SETTLE_MS } = this.#options;
    ownership.leave();
    const end = performance.now() + handoverMs;
    const handOver = async () => {
      while (this.#hasOthers && performance.now() < end) {
        await this.#settleInTurn();
        if (sessions.owned.length === 0 || this.#cannotSettle) {
          return;
        }
        await sleep(settleMs / MOVING_FACTOR);
      }
    };
    await withDeadline(handOver(), handoverMs, 'Handing clusters over').catch(
      error => logger.warn('Could not hand all clusters over', error),
    );
  }

  async stop(): Promise<void> {
    const { ownership, sessions, logger } = this.#options;
    this.#stopped = true;
    this.#timers.forEach(clearInterval);
    clearTimeout(this.#soon);
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
    this.#hasLooked = true;
    await this.#settleInTurn();
    await this.#following;
  }

  /**
   * Distributions run one after the other: two at once could start a session
   * twice. Callers share one that has not begun.
   */
  #settleInTurn(): Promise<void> {
    if (this.#settleWaits) {
      return this.#settling;
    }
    this.#settleWaits = true;
    this.#settling = this.#settling
      .then(() => {
        this.#settleWaits = false;
        return this.#settle();
      })
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
    const { fleet, logger, ownership, sessions } = this.#options;
    if (this.#stopped || !this.#hasLooked) {
      return;
    }
    const clusters = this.#clusters;
    const there = new Set(clusters.map(({ identity }) => identity));
    const { owned, coming, isMoving, hasOthers } = await withDeadline(
      ownership.settle([...there], sessions),
      PATIENCE_MS,
      'Distributing the clusters among backends',
    );
    this.#hasOthers = hasOthers;
    fleet.entries
      .filter(({ cluster }) => !there.has(cluster.identity))
      .forEach(({ cluster }) => fleet.remove(cluster.identity));
    if (this.#stopped) {
      return;
    }
    this.#following = sessions
      .follow(
        clusters.filter(({ identity }) => owned.has(identity)),
        clusters.filter(({ identity }) => coming.has(identity)),
      )
      .catch(error => logger.error('Could not follow all clusters', error));
    if (isMoving) {
      this.#settleSoon();
    }
  }

  #settleSoon(): void {
    const { settleMs = SETTLE_MS } = this.#options;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(
      () => void this.#settleInTurn(),
      settleMs / MOVING_FACTOR,
    ).unref();
  }

  #every(milliseconds: number, task: () => void): void {
    const timer = setInterval(task, milliseconds);
    timer.unref();
    this.#timers.push(timer);
  }
}
