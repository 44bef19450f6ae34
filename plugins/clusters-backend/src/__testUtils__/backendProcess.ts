import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import knexFactory from 'knex';
import { startTestClusters } from './startTestClusters';

/** The options that the parent process sends. */
export interface BackendProcessOptions {
  knex: Knex.Config;
  entities: Entity[];
}

/** The message that the child process sends every 200 ms. */
export interface BackendProcessReport {
  /** Clusters that the child process reads. */
  owned: string[];
  /**
   * Clusters that the child process shows as live, whichever process reads
   * them.
   */
  live: string[];
}

process.once('message', async (options: BackendProcessOptions) => {
  const { clusters, fleet } = await startTestClusters({
    entities: options.entities,
    knex: knexFactory(options.knex),
  });
  setInterval(() => {
    const report: BackendProcessReport = {
      owned: clusters.sessions.owned
        .flatMap(identity => fleet.find(identity)?.cluster.name ?? [])
        .sort(),
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
