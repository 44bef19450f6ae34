import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  CLUSTER_VERDICT_TOPIC,
  type ClusterVerdictEvent,
} from '@clusterworks/plugin-clusters-common';
import type { FleetChange, FleetEntry, FleetStore } from '../fleet/FleetStore';
import { observedVersions } from '../fleet/observedVersions';

const MAX_HEADLINE = 1_000;

/** What a {@link VerdictPublisher} works with. */
export interface VerdictPublisherOptions {
  fleet: FleetStore;
  events: EventsService;
  logger: LoggerService;
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * Publishes an event when a cluster of ours has another verdict, or other
 * versions were seen in it. Of several backends only the one that reads the
 * cluster does, so that each change goes out once.
 */
export class VerdictPublisher {
  readonly #options: VerdictPublisherOptions;
  #failing = false;

  constructor(options: VerdictPublisherOptions) {
    this.#options = options;
  }

  start(): void {
    this.#options.fleet.onChange(change => {
      const payload = this.#eventOf(change);
      if (payload) {
        void this.#publish(payload);
      }
    });
  }

  #eventOf(change: FleetChange): ClusterVerdictEvent | undefined {
    const { entry, before, source } = change;
    const { cluster, row, settledVerdict } = entry;
    if (
      source !== 'assessed' ||
      !settledVerdict ||
      essenceOf(entry) === (before && essenceOf(before))
    ) {
      return undefined;
    }
    return {
      version: 1,
      cluster: cluster.name,
      entityRef: cluster.entityRef,
      revision: entry.revision,
      at: new Date(this.#options.now()).toISOString(),
      verdict: settledVerdict,
      previousVerdict: before?.settledVerdict,
      headline: row.headline.text.slice(0, MAX_HEADLINE),
      versions: observedVersions(row),
    };
  }

  async #publish(eventPayload: ClusterVerdictEvent): Promise<void> {
    const { events, logger } = this.#options;
    try {
      await events.publish({ topic: CLUSTER_VERDICT_TOPIC, eventPayload });
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) {
        logger.warn('Changes of verdicts could not be published', {
          error: String(error),
        });
      }
      this.#failing = true;
    }
  }
}

/** What an event is about; everything else may change unheard. */
function essenceOf({ settledVerdict, row }: FleetEntry): string {
  const { kubernetes, karpenter, cilium } = observedVersions(row);
  return JSON.stringify([settledVerdict, kubernetes, karpenter, cilium]);
}
