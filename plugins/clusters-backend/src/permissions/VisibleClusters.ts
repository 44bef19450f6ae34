import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { FleetEntry, FleetStore } from '../fleet/FleetStore';
import type { ClusterAccess, Visibility } from './ClusterAccess';

/** The clusters of the fleet that one caller may see. */
export class VisibleClusters {
  readonly #access: ClusterAccess;
  readonly #fleet: FleetStore;

  constructor(options: { access: ClusterAccess; fleet: FleetStore }) {
    this.#access = options.access;
    this.#fleet = options.fleet;
  }

  /**
   * @throws NotFoundError also for a hidden cluster, whose existence must stay
   * secret
   */
  async get(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<FleetEntry> {
    return (await this.look(name, credentials)).entry;
  }

  /** A cluster, with everything of it that the caller may see. */
  async look(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<{ entry: FleetEntry; visibility: Visibility }> {
    const visibility = await this.#access.visibilityFor(credentials);
    const entry = this.#fleet.get(name);
    if (!entry || !visibility.sees(entry.cluster)) {
      throw new NotFoundError(`No cluster "${name}"`);
    }
    return { entry, visibility };
  }

  /** All clusters that the caller may see. */
  async all(credentials: BackstageCredentials): Promise<FleetEntry[]> {
    const visibility = await this.#access.visibilityFor(credentials);
    return this.#fleet.entries.filter(({ cluster }) =>
      visibility.sees(cluster),
    );
  }
}
