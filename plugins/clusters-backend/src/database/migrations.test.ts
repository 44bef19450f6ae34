import { resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import { fleetRow } from '../__testUtils__/fleetRow';
import { foundCluster } from '../__testUtils__/knownCluster';
import { FindingHistoryStore } from '../history/FindingHistoryStore';
import { HistoryStore } from '../history/HistoryStore';
import { IdentityStore } from '../identity/IdentityStore';
import { StateStore } from '../state/StateStore';

const root = resolvePackagePath('@clusterworks/plugin-clusters-backend');
const directory = resolve(root, 'migrations');

onEachDatabase('migrations', database => {
  const down = (name: string) =>
    database().migrate.down({ directory, name } as object);
  const up = () => database().migrate.latest({ directory });
  const identities = '20261128_identities.js';
  const historyThatGoesOn = '20261128_history_that_goes_on.js';

  afterEach(async () => {
    await up();
    const tables = ['cluster_identities', 'cluster_states', 'history_points'];
    for (const table of [...tables, 'verdict_changes']) {
      await database()(table).delete();
    }
  });

  it('keep changes of findings when applied and rolled back', async () => {
    const knex = database();
    const store = new FindingHistoryStore(knex);
    const facts = { finding: 'f', code: 'P3', severity: 'info', title: 'x' };
    const edges = '20261203_finding_edges.js';
    await down(edges);
    await knex('finding_changes').insert({
      ...{ ...facts, change_id: '1', identity: 'a', at: 1, change: 'came' },
    });
    await up();
    await store.add([
      {
        ...{ ...facts, severity: 'info', id: '2', identity: 'a', cluster: 'a' },
        ...{ at: 2, change: 'went', orEarlier: true },
      },
    ]);
    const read = async () =>
      (await store.read('a', 0, 10)).map(
        ({ change, orEarlier }) => `${change} ${orEarlier ?? 'then'}`,
      );
    expect(await read()).toEqual(['came then', 'went true']);
    await down(edges);
    await up();
    expect(await read()).toEqual(['came then', 'went then']);
    await knex('finding_changes').delete();
  });

  it('keep changes of verdicts when applied and rolled back', async () => {
    const knex = database();
    const read = async () =>
      (await new HistoryStore(knex).read('a', 0, 10)).verdictChanges;
    const old = { cluster: 'a', from: null, to: 'healthy', headline: 'Fine' };
    const row = { identity: 'a', cluster: 'a', headline: 'x' };

    await down(identities);
    await down(historyThatGoesOn);
    await knex('verdict_changes').insert([
      { ...old, at: 2, from: 'healthy', to: 'critical' },
      { ...old, at: 1 },
    ]);
    await up();
    expect((await read()).map(({ to }) => to)).toEqual(['healthy', 'critical']);
    await new HistoryStore(knex).addChanges([
      { ...row, id: '1', at: 3, to: 'degraded' },
      { ...row, id: '2', at: 3, to: 'unknown' },
    ]);
    expect(await read()).toHaveLength(4);

    await down(identities);
    await down(historyThatGoesOn);
    const kept = await knex('verdict_changes').orderBy('at');
    expect(kept.map(({ to }) => to)).toEqual([
      'healthy',
      'critical',
      'unknown',
    ]);
    await up();
    expect(await read()).toHaveLength(3);
  });

  describe('from names to identities', () => {
    /** What an earlier version stored under a name. */
    async function store(name: string, owner?: string) {
      const knex = database();
      const row = { ...fleetRow(name), owner };
      if (owner) {
        await knex('cluster_states').insert({
          ...{ cluster: name, revision: 1, updated_at: 1 },
          detail: JSON.stringify({ row }),
        });
      }
      await knex('history_points').insert({
        ...{ cluster: name, at: 1, point: '{"verdict":"healthy"}' },
      });
      await knex('verdict_changes').insert({
        ...{ cluster: name, at: 1, to: 'healthy', headline: 'x' },
        change_id: `of ${name}`,
      });
      await knex('cluster_leases').insert({
        ...{ cluster: name, owner: 'somebody', expires_at: 1 },
      });
    }

    const platform = 'group:default/platform';

    async function identify(...names: string[]) {
      const { clusters, setAside } = await new IdentityStore(
        database(),
      ).identify(names.map(name => foundCluster(name)));
      return {
        ids: clusters.map(({ identity }) => identity.id),
        setAside: setAside.map(({ name }) => name).sort(),
      };
    }

    async function storedOf(identity: string) {
      const knex = database();
      const history = await new HistoryStore(knex).read(identity, 0, 10);
      return {
        state: (await new StateStore(knex).find(identity))?.detail.row.name,
        points: history.points.length,
        changes: history.verdictChanges.length,
      };
    }

    it('gives what is stored to the cluster that it is of, and no other', async () => {
      await down(identities);
      await store('plain', platform);
      await store('other-owner', 'group:default/old');
      await store('Case', platform);
      await store('case', platform);
      await store('no-state');
      await up();
      const { ids, setAside } = await identify(
        ...['plain', 'other-owner', 'case', 'no-state', 'new'],
      );
      expect(setAside).toEqual(['Case', 'case', 'no-state', 'other-owner']);
      expect(await storedOf('plain')).toEqual({
        ...{ state: 'plain', points: 1, changes: 1 },
      });
      expect(ids.filter(id => id === 'plain')).toHaveLength(1);
      for (const id of ids.filter(each => each !== 'plain')) {
        expect(await storedOf(id)).toEqual({ points: 0, changes: 0 });
      }
      // A second start changes nothing.
      expect((await identify('plain')).ids).toEqual(['plain']);
    });

    it('can be taken back, and lose nothing', async () => {
      const knex = database();
      await down(identities);
      await store('plain', platform);
      await store('replaced', 'group:default/old');
      await up();
      const { ids } = await identify('plain', 'replaced', 'new');
      const point = { verdict: 'critical' as const };
      const fresh = ids.filter(id => id !== 'plain');
      await new HistoryStore(knex).addPoints(
        fresh.map(identity => ({ identity, cluster: 'x', at: 5, point })),
      );

      await down(identities);
      const points = await knex('history_points').orderBy('at');
      const of = (name: string) =>
        points.filter(({ cluster }) => cluster === name).map(({ at }) => +at);
      expect(of('plain')).toEqual([1]);
      expect(of('replaced')).toEqual([5]);
      expect(of('new')).toEqual([5]);
      // The data that was set aside still exists, under a name that no cluster
      // has.
      expect(points).toHaveLength(4);
      expect(await knex('verdict_changes')).toHaveLength(2);
      expect(await knex('cluster_states').pluck('cluster')).toHaveLength(2);
      await up();
      expect((await identify('plain')).ids).toEqual(['plain']);
    });
  });

  it('can all be rolled back', async () => {
    const knex = database();
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('history_points')).toBe(false);
    expect(await knex.schema.hasTable('cluster_notifications')).toBe(false);
    expect(await knex.schema.hasTable('webhook_messages')).toBe(false);
    await up();
    expect(await knex.schema.hasTable('history_pruning')).toBe(true);
    expect(await knex.schema.hasTable('cluster_identities')).toBe(true);
    expect(await knex.schema.hasTable('cluster_notifications')).toBe(true);
    expect(await knex.schema.hasTable('webhook_messages')).toBe(true);
  });
});
