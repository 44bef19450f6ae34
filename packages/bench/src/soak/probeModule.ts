import {
  coreServices,
  createBackendModule,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

/** The services of the plugin that a measurement needs. */
export interface PluginParts {
  knex: Knex;
  scheduler: SchedulerService;
}

/** A module of the plugin that hands out its database and its scheduler. */
export function probeModule(found: (parts: PluginParts) => void) {
  return createBackendModule({
    pluginId: 'clusters',
    moduleId: 'soak-probe',
    register(registration) {
      registration.registerInit({
        deps: {
          database: coreServices.database,
          scheduler: coreServices.scheduler,
        },
        async init({ database, scheduler }) {
          found({ knex: await database.getClient(), scheduler });
        },
      });
    },
  });
}

/** Rows in all tables of the plugin. */
export async function countRows(knex: Knex): Promise<number> {
  const tables: { name: string }[] = await knex('sqlite_master')
    .select('name')
    .where({ type: 'table' });
  let rows = 0;
  for (const { name } of tables) {
    const [{ count }] = await knex(name).count({ count: '*' });
    rows += Number(count);
  }
  return rows;
}
