import { resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import { HistoryStore } from '../history/HistoryStore';

const root = resolvePackagePath('@clusterworks/plugin-clusters-backend');
const directory = resolve(root, 'migrations');

onEachDatabase('migrations', database => {
  it('carry changes of verdicts over, there and back', async () => {
    const knex = database();
    const down = () => knex.migrate.down({ directory });
    const up = () => knex.migrate.up({ directory });
    const read = async () =>
      (await new HistoryStore(knex).read('a', 0, 10)).verdictChanges;
    const old = { cluster: 'a', from: null, to: 'healthy', headline: 'Fine' };

    await down();
    await knex('verdict_changes').insert([
      { ...old, at: 2, from: 'healthy', to: 'critical' },
      { ...old, at: 1 },
    ]);
    await up();
    expect((await read()).map(({ to }) => to)).toEqual(['healthy', 'critical']);
    await new HistoryStore(knex).addChanges([
      { id: '1', cluster: 'a', at: 3, to: 'degraded', headline: 'x' },
      { id: '2', cluster: 'a', at: 3, to: 'unknown', headline: 'x' },
    ]);
    expect(await read()).toHaveLength(4);

    await down();
    const kept = await knex('verdict_changes').orderBy('at');
    expect(kept.map(({ to }) => to)).toEqual([
      'healthy',
      'critical',
      'unknown',
    ]);
    await up();
    expect(await read()).toHaveLength(3);
  });

  it('can all be taken back', async () => {
    const knex = database();
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('history_points')).toBe(false);
    await knex.migrate.latest({ directory });
    expect(await knex.schema.hasTable('history_pruning')).toBe(true);
  });
});
