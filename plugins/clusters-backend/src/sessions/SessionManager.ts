import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Snapshot } from '@clusterworks/plugin-clusters-health';
import { withDeadline } from '@clusterworks/plugin-clusters-node';
import type { AssessorMemory } from '../assessment/AssessorMemory';
import type { AssessedCluster } from '../assessment/ClusterAssessor';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { FleetStore } from '../fleet/FleetStore';
import type { ReadingProgress } from '../ownership/ClusterOwnership';
import type { LoadedState } from '../state/loadStates';
import { busyness } from './busyness';
import { ClusterSession, type ClusterSessionOptions } from './ClusterSession';
import { ComingClusters } from './ComingClusters';
import { SavedStates, type SavedStatesOptions } from './SavedStates';

/** A healthy cluster is assessed this many times less often. */
const SETTLED_FACTOR = 6;
/**
 * So many clusters may wait for their first verdict at once while the process
 * has little else to do, and while it is busy: then each is read soon after it
 * began, and the rest is left to backends that have time.
 */
const FIRST_READS = { idle: 200, busy: 40 };
/** So many begin at each distribution even if those that began do not answer. */
const LEAST_ROOM = 4;
/**
 * So many clusters are read at once that others read well: the time belongs to
 * those that nobody reads.
 */
const MOVING_READS = 40;
/** Connections are closed in this time, whatever API servers do. */
const STOP_MS = 5_000;

/** The dependencies and intervals of a {@link SessionManager}. */
export interface SessionManagerOptions
  extends Omit<ClusterSessionOptions, 'lastView' | 'onAssessed' | 'onError'>,
    SavedStatesOptions {
  fleet: FleetStore;
  logger: LoggerService;
  /** Interval between two assessments of a cluster, in milliseconds. */
  assessMs: number;
}

/**
 * Keeps one session for each cluster that this backend owns, and assesses each
 * repeatedly as time passes. This backend owns a cluster exactly as long as a
 * session for it exists. Clusters that it is about to own are read only.
 */
export class SessionManager implements ReadingProgress {
  readonly #options: SessionManagerOptions;
  /** The sessions, by identity of the cluster. */
  readonly #sessions = new Map<string, ClusterSession>();
  readonly #savedStates: SavedStates;
  readonly #coming: ComingClusters;
  /** The clusters that this backend owns by the last distribution. */
  #wanted: ReadonlySet<string> = new Set();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: SessionManagerOptions) {
    this.#options = options;
    this.#savedStates = new SavedStates(options);
    this.#coming = new ComingClusters(this.#savedStates);
  }

  /** Whether this backend reads a cluster. */
  owns(identity: string): boolean {
    return this.#sessions.has(identity);
  }

  /** Keys of the clusters that this backend reads. */
  get owned(): string[] {
    return [...this.#sessions.keys()];
  }

  get room(): number {
    const sessions = [...this.#sessions.values(), ...this.#coming.sessions];
    const waiting = sessions.filter(({ waitsForVerdict }) => waitsForVerdict);
    const { idle, busy } = FIRST_READS;
    const load = busyness(this.#options.gates.load.share);
    const most = Math.round(idle - (idle - busy) * load);
    return Math.max(LEAST_ROOM, most - waiting.length);
  }

  get roomToMove(): number {
    const waits = [...this.#sessions.values()].some(
      ({ waitsForVerdict }) => waitsForVerdict,
    );
    const reading = this.#coming.sessions.filter(
      ({ readingFirst }) => readingFirst,
    );
    return waits ? 0 : Math.max(0, MOVING_READS - reading.length);
  }

  isRead(identity: string, isUrgent: boolean): boolean {
    return this.#coming.isRead(identity, isUrgent);
  }

  cannotRead(identity: string): boolean {
    return this.#coming.cannotRead(identity);
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
    const coming = this.#coming.keepOnly(() => false);
    const sessions = [...this.#sessions.values(), ...coming];
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
   * Follows the clusters that this backend owns: starts to read and assess
   * them, or applies new data of those that are read already. Reads those that
   * it is about to own, and ends all others.
   *
   * @returns a promise that resolves when all are followed; until then, other
   *   clusters can be followed
   */
  async follow(
    owned: readonly KnownCluster[],
    coming: readonly KnownCluster[],
  ): Promise<void> {
    this.#wanted = new Set(owned.map(({ identity }) => identity));
    [...this.#sessions.keys()]
      .filter(identity => !this.#wanted.has(identity))
      .forEach(identity => this.#end(identity));
    for (const cluster of owned) {
      const { identity } = cluster;
      this.#sessions.get(identity)?.update(cluster);
      const saved = this.#coming.find(identity)?.saved;
      if (saved) {
        this.#follow(cluster, saved.state);
      }
    }
    this.#prepare(coming);
    const added = owned.filter(({ identity }) => !this.#sessions.has(identity));
    await this.#savedStates.load(added, (cluster, saved) => {
      if (this.#wanted.has(cluster.identity) && !this.#stopped) {
        const isKnown = saved !== 'databaseDown';
        this.#follow(cluster, isKnown ? saved.state : undefined);
      }
    });
  }

  #prepare(clusters: readonly KnownCluster[]): void {
    const coming = new Set(clusters.map(({ identity }) => identity));
    this.#coming
      .keepOnly(id => coming.has(id) || this.#wanted.has(id))
      .forEach(session => this.#stopSession(session));
    clusters.forEach(cluster =>
      this.#coming.prepare(cluster, () => this.#createSession(cluster)),
    );
    this.#coming.loadStates();
  }

  /** Stops reading a cluster, without waiting for its API server. */
  #end(identity: string): void {
    const session = this.#sessions.get(identity);
    if (session) {
      this.#sessions.delete(identity);
      this.#stopSession(session);
      this.#options.logger.info(
        `Not following cluster ${session.cluster.name} any more`,
      );
    }
  }

  #follow(cluster: KnownCluster, saved: LoadedState | undefined): void {
    const { fleet, logger } = this.#options;
    const { name, identity } = cluster;
    if (saved && fleet.find(identity) === undefined) {
      fleet.restore(cluster, saved.detail);
    }
    const coming = this.#coming.take(identity);
    coming?.update(cluster);
    const session = coming ?? this.#createSession(cluster);
    this.#sessions.set(identity, session);
    session.start(saved?.memory);
    logger.info(
      `Following cluster ${name}${saved ? ', with its saved state' : ''}`,
    );
  }

  #stopSession(session: ClusterSession): void {
    session
      .stop()
      .catch(error =>
        this.#options.logger.warn(
          `Could not close the connection to cluster ${session.cluster.name}`,
          error,
        ),
      );
  }

  #createSession(cluster: KnownCluster): ClusterSession {
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
    return new ClusterSession(cluster, options);
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
    // While a cluster is read for the first time, its session decides itself
    // when it is worth it.
    const waits = (session: ClusterSession) =>
      session.settled || session.readingFirst;
    const overdue = (session: ClusterSession) =>
      now -
      session.assessedAt -
      (waits(session) ? SETTLED_FACTOR : 1) * assessMs;
    const perSecond = (1_000 * this.#sessions.size) / assessMs;
    [...this.#sessions.values()]
      .filter(session => overdue(session) >= 0)
      .sort((left, right) => overdue(right) - overdue(left))
      .slice(0, Math.max(1, Math.ceil(perSecond)))
      .forEach(session => session.assessSoon());
  }
}
