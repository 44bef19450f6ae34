import type { FactRetriever } from '@backstage-community/plugin-tech-insights-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  CLUSTER_ENTITY_TYPE,
  type FleetRow,
} from '@clusterworks/plugin-clusters-common';
import type { ClustersService } from '@clusterworks/plugin-clusters-node';
import { clusterFacts, clusterFactSchema } from './clusterFacts';

const PAGE = 500;
const DEADLINE_MS = 60_000;

/**
 * Facts about every cluster of the fleet. A cluster that is not read keeps the
 * facts of its description only; clusters that are built or taken down have
 * none.
 */
export function createClusterFactRetriever(options: {
  auth: AuthService;
  clusters: Pick<ClustersService, 'getFleet'>;
  /** Milliseconds since 1970. */
  now(): number;
}): FactRetriever {
  return {
    id: 'clusters',
    version: '1.0.0',
    title: 'Clusters',
    description:
      'Versions, drift, spot share, disruption budgets and addresses of Kubernetes clusters',
    entityFilter: [{ kind: 'resource', 'spec.type': CLUSTER_ENTITY_TYPE }],
    schema: clusterFactSchema,
    handler: async () => {
      const rows = await readFleet(options);
      return rows
        .filter(({ phase }) => phase !== 'building' && phase !== 'draining')
        .map(row => ({
          entity: parseEntityRef(row.entityRef),
          facts: clusterFacts(row, options.now()),
        }));
    },
  };
}

async function readFleet({
  auth,
  clusters,
}: {
  auth: AuthService;
  clusters: Pick<ClustersService, 'getFleet'>;
}): Promise<FleetRow[]> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const rows: FleetRow[] = [];
  let cursor: string | undefined;
  do {
    const credentials = await auth.getOwnServiceCredentials();
    const page = await clusters.getFleet(
      { sort: 'name', limit: PAGE, cursor },
      { credentials, signal },
    );
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return rows;
}
