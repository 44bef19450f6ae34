import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  CLUSTER_VERDICT_TOPIC,
  type ClusterVerdictEvent,
} from '@clusterworks/plugin-clusters-common';
import type { FleetStore } from '../fleet/FleetStore';
import { verdictEventOf } from './verdictEventOf';

/** The dependencies of a {@link VerdictPublisher}. */
export interface VerdictPublisherOptions {
  fleet: FleetStore;
  events: EventsService;
  logger: LoggerService;
  /** The current time in milliseconds since 1970. */
  now(): number;
}

/**
 * Publishes an event when a cluster of this backend gets another verdict or
 * phase, or when other versions are observed in it. Of several backends only
 * the one that reads the cluster publishes, so that each change is published
 * once.
 */
export class VerdictPublisher {
  readonly #options: VerdictPublisherOptions;
  #failing = false;

  constructor(options: VerdictPublisherOptions) {
    this.#options = options;
  }

  start(): void {
    this.#options.fleet.onChange(change => {
      const payload = verdictEventOf(change, this.#options.now());
      if (payload) {
        void this.#publish(payload);
      }
    });
  }

  async #publish(eventPayload: ClusterVerdictEvent): Promise<void> {
    const { events, logger } = this.#options;
    try {
      await events.publish({ topic: CLUSTER_VERDICT_TOPIC, eventPayload });
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) {
        logger.warn('Could not publish a change of a verdict', {
          error: String(error),
        });
      }
      this.#failing = true;
    }
  }
}
