import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { CLUSTER_CHANGES_CHANNEL } from '@clusterworks/plugin-clusters-common';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import type { FleetStore, FleetEntry } from '../fleet/FleetStore';

/**
 * Tells open pages that a cluster changed. A signal contains only the cluster's
 * name and revision, and goes only to users who made a request lately and may
 * see the cluster.
 */
export class SignalNotifier {
  readonly #fleet: FleetStore;
  readonly #signals: SignalsService;
  readonly #access: ClusterAccess;
  readonly #logger: LoggerService;
  #failing = false;

  constructor(options: {
    fleet: FleetStore;
    signals: SignalsService;
    access: ClusterAccess;
    logger: LoggerService;
  }) {
    this.#fleet = options.fleet;
    this.#signals = options.signals;
    this.#access = options.access;
    this.#logger = options.logger;
  }

  start(): void {
    this.#fleet.onChange(({ entry }) => void this.#tell(entry));
  }

  async #tell({ cluster, revision }: FleetEntry): Promise<void> {
    try {
      const audience = await this.#access.audienceOf(cluster);
      if (audience.length > 0) {
        await this.#signals.publish({
          recipients: { type: 'user', entityRef: audience },
          channel: CLUSTER_CHANGES_CHANNEL,
          message: { cluster: cluster.name, revision },
        });
      }
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) {
        this.#logger.warn('Could not signal a change to open pages', {
          error: String(error),
        });
      }
      this.#failing = true;
    }
  }
}
