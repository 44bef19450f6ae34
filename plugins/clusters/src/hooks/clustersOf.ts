import type {
  ClustersApi,
  FleetResponse,
  FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { verdictsWorstFirst } from '../components/VerdictMark';

/** The clusters that one or several filters find. */
export type FoundClusters = {
  /** The worst ones first, no more than were asked for. */
  rows: FleetRow[];
  /** How many there are. */
  total: number;
  /** How many of them are well. */
  healthy: number;
  /** Filters of the fleet page that find all of them. */
  filters: string[];
};

const urgencyOf = ({ verdict }: FleetRow) =>
  verdictsWorstFirst.indexOf(verdict);

/** Asks for the worst of the clusters that the filters find together. */
export async function clustersOf(
  clustersApi: ClustersApi,
  filters: string[],
  { limit, signal }: { limit: number; signal: AbortSignal },
): Promise<FoundClusters> {
  const answers = await Promise.all(
    filters.map(filter => clustersApi.getFleet({ filter, limit }, { signal })),
  );
  const sum = (count: (totals: FleetResponse['totals']) => number) =>
    answers.reduce((all, { totals }) => all + count(totals), 0);
  return {
    // Each answer is sorted worst first, but the joined list is not.
    rows: answers
      .flatMap(({ items }) => items)
      .sort((a, b) => urgencyOf(a) - urgencyOf(b))
      .slice(0, limit),
    total: sum(({ clusters }) => clusters),
    healthy: sum(({ healthy }) => healthy),
    filters,
  };
}
