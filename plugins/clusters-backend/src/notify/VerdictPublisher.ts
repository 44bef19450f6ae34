import type { LoggerService } from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import {
  CLUSTER_VERDICT_TOPIC,
  type ClusterVerdictEvent,
} from '@clusterworks/plugin-clusters-common';
import type { FleetChange, FleetEntry, FleetStore } from '../fleet/FleetStore';
import { observedVersions } from '../fleet/observedVersions';

const MAX_HEADLINE = 1_000;

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
      const payload = this.#eventOf(change);
      if (payload) {
        void this.#publish(payload);
      }
    });
  }

  #eventOf(change: FleetChange): ClusterVerdictEvent | undefined {
    const { entry, before, source } = change;
    const { cluster, row, settledVerdict, settledPhase } = entry;
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
      ...(settledPhase && { phase: settledPhase }),
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
        logger.warn('Could not publish a change of a verdict', {
          error: String(error),
        });
      }
      this.#failing = true;
    }
  }
}

/** The values whose changes cause an event; all other changes cause none. */
function essenceOf({ settledVerdict, settledPhase, row }: FleetEntry): string {
  const { kubernetes, karpenter, cilium } = observedVersions(row);
  return JSON.stringify([
    settledVerdict,
    settledPhase,
    kubernetes,
    karpenter,
    cilium,
  ]);
}
