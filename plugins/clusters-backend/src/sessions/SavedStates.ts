import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { withDeadline } from '@clusterworks/plugin-clusters-node';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { LoadedState } from '../state/loadStates';

/** If the database takes longer, it counts as down. */
const LOAD_MS = 10_000;
/** So many states are in memory at a time while they are loaded. */
const BATCH = 50;

/** The dependencies of {@link SavedStates}. */
export interface SavedStatesOptions {
  logger: LoggerService;
  /**
   * Loads the states that backends saved when they last read the clusters, by
   * their identities.
   */
  loadStates(
    identities: readonly string[],
  ): Promise<ReadonlyMap<string, LoadedState>>;
}

/** The saved state of a cluster, if there is one. */
export type SavedState = { state?: LoadedState } | 'databaseDown';

/** Loads saved states, some at a time, and those of a cluster once at a time. */
export class SavedStates {
  readonly #options: SavedStatesOptions;
  readonly #loading = new Set<string>();

  constructor(options: SavedStatesOptions) {
    this.#options = options;
  }

  /**
   * Loads the saved states of those clusters whose states are not being loaded.
   *
   * @param use - called with each of them
   */
  async load(
    clusters: readonly KnownCluster[],
    use: (cluster: KnownCluster, saved: SavedState) => void,
  ): Promise<void> {
    const left = clusters.filter(
      ({ identity }) => !this.#loading.has(identity),
    );
    left.forEach(({ identity }) => this.#loading.add(identity));
    for (let start = 0; start < left.length; start += BATCH) {
      const some = left.slice(start, start + BATCH);
      const states = await this.#load(some);
      for (const cluster of some) {
        const { identity, name } = cluster;
        this.#loading.delete(identity);
        try {
          use(
            cluster,
            states ? { state: states.get(identity) } : 'databaseDown',
          );
        } catch (error) {
          this.#options.logger.error(
            `Could not continue with the state of cluster ${name}`,
            error as Error,
          );
        }
        await yieldToOthers();
      }
    }
  }

  async #load(
    clusters: readonly KnownCluster[],
  ): Promise<ReadonlyMap<string, LoadedState> | undefined> {
    const { logger, loadStates } = this.#options;
    const names = clusters.map(({ name }) => name).join(', ');
    try {
      return await withDeadline(
        loadStates(clusters.map(({ identity }) => identity)),
        LOAD_MS,
        'Loading states of clusters',
      );
    } catch (error) {
      logger.warn(`Could not load the state of ${names}`, error as Error);
      return undefined;
    }
  }
}
