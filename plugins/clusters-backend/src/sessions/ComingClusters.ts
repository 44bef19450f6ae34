import type { KnownCluster } from '../discovery/KnownCluster';
import type { LoadedState } from '../state/loadStates';
import type { ClusterSession } from './ClusterSession';
import type { SavedStates } from './SavedStates';

/** A cluster whose owner leaves is taken over after this time, read or not. */
const URGENT_MS = 30_000;
/** One that its owner reads well is left to it, if it takes longer to read. */
const PATIENCE_MS = 120_000;

/** A cluster that is read before this backend owns it. */
export interface ComingCluster {
  cluster: KnownCluster;
  session: ClusterSession;
  /** By the monotonic clock, in milliseconds. */
  since: number;
  /** Its saved state, once it was loaded. */
  saved?: { state?: LoadedState };
}

/**
 * The clusters that another backend owns and this one is about to take over.
 * They are read, but not assessed: what is shown of them is what their owner
 * finds.
 */
export class ComingClusters {
  readonly #savedStates: SavedStates;
  readonly #clusters = new Map<string, ComingCluster>();

  constructor(savedStates: SavedStates) {
    this.#savedStates = savedStates;
  }

  get sessions(): ClusterSession[] {
    return [...this.#clusters.values()].map(({ session }) => session);
  }

  find(identity: string): ComingCluster | undefined {
    return this.#clusters.get(identity);
  }

  /** Begins to read a cluster, or applies new data of it. */
  prepare(cluster: KnownCluster, create: () => ClusterSession): void {
    const { identity } = cluster;
    const coming = this.#clusters.get(identity);
    if (coming) {
      coming.cluster = cluster;
      coming.session.update(cluster);
    } else {
      const session = create();
      const since = performance.now();
      this.#clusters.set(identity, { cluster, session, since });
      session.prepare();
    }
  }

  /** Loads the saved states of the clusters that were read. */
  loadStates(): void {
    const read = [...this.#clusters.values()].filter(
      coming => !coming.saved && isReadEnough(coming),
    );
    void this.#savedStates.load(
      read.map(({ cluster }) => cluster),
      ({ identity }, saved) => {
        const coming = this.#clusters.get(identity);
        if (coming && saved !== 'databaseDown') {
          coming.saved = saved;
        }
      },
    );
  }

  /** Whether this backend can continue where the owner of a cluster stops. */
  isRead(identity: string, isUrgent: boolean): boolean {
    const coming = this.#clusters.get(identity);
    return (
      coming?.saved !== undefined &&
      (isUrgent ? isReadEnough(coming) : coming.session.isRead)
    );
  }

  /** Whether a cluster should be left to its owner, who reads it better. */
  cannotRead(identity: string): boolean {
    const coming = this.#clusters.get(identity);
    return (
      coming !== undefined &&
      !coming.session.isRead &&
      performance.now() - coming.since > PATIENCE_MS
    );
  }

  /** The session of a cluster that comes no more, to be continued or stopped. */
  take(identity: string): ClusterSession | undefined {
    const coming = this.#clusters.get(identity);
    this.#clusters.delete(identity);
    return coming?.session;
  }

  /** Removes the clusters that are not wanted, and returns their sessions. */
  keepOnly(isWanted: (identity: string) => boolean): ClusterSession[] {
    return [...this.#clusters.keys()]
      .filter(identity => !isWanted(identity))
      .flatMap(identity => this.take(identity) ?? []);
  }
}

/** Whether what a verdict requires was read, or cannot be read in time. */
function isReadEnough({ session, since }: ComingCluster): boolean {
  return !session.waitsForVerdict || performance.now() - since > URGENT_MS;
}
