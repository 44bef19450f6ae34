import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import knexFactory from 'knex';
import { startTestClusters } from './startTestClusters';

/** What the parent sends. */
export interface BackendProcessOptions {
  knex: Knex.Config;
  entities: Entity[];
}

/** What the child reports every 200 ms. */
export interface BackendProcessReport {
  /** Clusters that it reads. */
  owned: string[];
  /** Clusters that it can show as live, read by whomever. */
  live: string[];
}

process.once('message', async (options: BackendProcessOptions) => {
  const { clusters, fleet } = await startTestClusters({
    entities: options.entities,
    knex: knexFactory(options.knex),
  });
  setInterval(() => {
    const report: BackendProcessReport = {
      owned: clusters.sessions.owned.sort(),
      live: fleet.entries
        .filter(({ row }) => row.connection.state === 'live')
        .map(({ cluster }) => cluster.name)
        .sort(),
    };
    process.send?.(report);
  }, 200);
  process.once('SIGTERM', async () => {
    await clusters.stop();
    process.exit(0);
  });
});
