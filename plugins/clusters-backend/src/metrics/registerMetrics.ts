import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { FleetStore } from '../fleet/FleetStore';
import type { MessageCounts } from '../webhooks/MessageBacklog';

/** The sources of the metrics' values. */
export interface MetricsSources {
  fleet: FleetStore;
  /** How many clusters this backend reads. */
  owned(): number;
  /** Rows of states and history that were discarded so far. */
  lostRows(): number;
  /** The messages that are not delivered. */
  webhooks(): { webhook: string; counts: MessageCounts }[];
  /** Milliseconds since 1970. */
  now(): number;
}

/**
 * Registers OpenTelemetry metrics of the fleet; they are read at each
 * collection.
 */
export function registerMetrics(
  metrics: MetricsService,
  { fleet, owned, lostRows, webhooks, now }: MetricsSources,
): void {
  metrics
    .createObservableGauge('clusters.verdicts', {
      description: 'Clusters by verdict and connection',
      unit: '{cluster}',
    })
    .addCallback(result => {
      for (const { count, verdict, connection } of countRows(fleet)) {
        result.observe(count, { verdict, connection });
      }
    });
  metrics
    .createObservableGauge('clusters.age', {
      description: 'Age of what the pages of a cluster show',
      unit: 's',
    })
    .addCallback(result => {
      for (const { cluster, row } of fleet.entries) {
        const { connection, observedAt } = row;
        const age =
          connection.state === 'live' || !observedAt
            ? 0
            : (now() - Date.parse(observedAt)) / 1_000;
        result.observe(Math.max(0, age), { cluster: cluster.name });
      }
    });
  metrics
    .createObservableGauge('clusters.owned', {
      description: 'Clusters that this backend reads',
      unit: '{cluster}',
    })
    .addCallback(result => result.observe(owned()));
  metrics
    .createObservableCounter('clusters.rows.lost', {
      description: 'Rows of states and history that the database refused',
      unit: '{row}',
    })
    .addCallback(result => result.observe(lostRows()));
  metrics
    .createObservableGauge('clusters.webhooks.messages', {
      description: 'Messages of webhooks that wait or were given up',
      unit: '{message}',
    })
    .addCallback(result => {
      for (const { webhook, counts } of webhooks()) {
        result.observe(counts.waiting, { webhook, state: 'waiting' });
        result.observe(counts.dead, { webhook, state: 'dead' });
      }
    });
}

function countRows(fleet: FleetStore) {
  const counts = new Map<
    string,
    { count: number; verdict: string; connection: string }
  >();
  for (const { row } of fleet.entries) {
    const { verdict, connection } = row;
    const key = `${verdict}/${connection.state}`;
    const known = counts.get(key);
    counts.set(key, {
      count: (known?.count ?? 0) + 1,
      verdict,
      connection: connection.state,
    });
  }
  return counts.values();
}
