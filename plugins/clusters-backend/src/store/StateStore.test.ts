import { resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import type { Knex } from 'knex';
import { fleetRow } from '../__testUtils__/fleetRow';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import {
  hasRealPostgres,
  type RealPostgres,
  startRealPostgres,
} from '../__testUtils__/realPostgres';
import { HistoryStore } from './HistoryStore';
import { StateStore } from './StateStore';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = Date.parse('2026-11-22T10:00:00Z');

function storeTests(open: () => Promise<Knex>) {
  jest.setTimeout(60_000);

  let knex: Knex;

  beforeAll(async () => {
    knex = await open();
  });

  afterAll(async () => {
    await knex?.destroy();
  });

  it('keeps the newest state with the memory of its judge', async () => {
    const states = new StateStore(knex);
    const row: FleetRow = JSON.parse(JSON.stringify(fleetRow('a')));
    const state = (revision: number) => ({
      cluster: 'a',
      revision,
      detail: { row: { ...row, revision } },
      memory: { rules: { version: 1 } },
    });
    const saved = (revision: number) => ({
      ...state(revision),
      detail: JSON.stringify(state(revision).detail),
    });
    await states.save([saved(1_000_000_000_000)], now);
    await states.save([saved(1_000_000_000_001)], now + 1);
    expect(await states.find('a')).toMatchObject(state(1_000_000_000_001));
    expect(await states.revisions(now + 1)).toEqual([
      { cluster: 'a', revision: 1_000_000_000_001 },
    ]);
    expect(await states.revisions(now + 2)).toEqual([]);
    expect(await states.load(['a', 'b'])).toHaveLength(1);
    await states.remove(['a']);
    expect(await states.find('a')).toBeUndefined();
  });

  it('thins after a day, forgets after a week, keeps changes longer', async () => {
    const history = new HistoryStore(knex);
    const points = Array.from(
      { length: (8 * DAY) / (5 * MINUTE) },
      (_, index) =>
        ['a', 'b'].map(cluster => ({
          cluster,
          at: now - index * 5 * MINUTE,
          point: { verdict: 'healthy' as const, nodes: index },
        })),
    ).flat();
    await history.addPoints(points);
    await history.addChanges([
      { cluster: 'a', at: now - 60 * DAY, to: 'healthy', headline: 'Fine' },
      {
        ...{ cluster: 'a', at: now - 91 * DAY, from: 'healthy' as const },
        ...{ to: 'critical' as const, headline: 'Too old' },
      },
    ]);
    const retention = { keepMs: 7 * DAY, keepChangesMs: 90 * DAY };
    await history.prune(now, retention);
    await history.prune(now, retention);
    const kept = await history.read('a', now - 365 * DAY);
    const times = kept.points.map(({ at }) => Date.parse(at));
    expect(times.filter(at => at > now - DAY)).toHaveLength(288);
    expect(times.filter(at => at <= now - DAY).length).toBeGreaterThan(280);
    expect(times.filter(at => at <= now - DAY).length).toBeLessThan(292);
    expect(times[0]).toBeGreaterThanOrEqual(now - 7 * DAY);
    expect(kept.points.at(-1)).toEqual({
      at: '2026-11-22T10:00:00.000Z',
      verdict: 'healthy',
      nodes: 0,
    });
    expect(kept.verdictChanges).toEqual([
      {
        at: new Date(now - 60 * DAY).toISOString(),
        to: 'healthy',
        headline: 'Fine',
      },
    ]);
  });

  it('can be taken back', async () => {
    const root = resolvePackagePath('@clusterworks/plugin-clusters-backend');
    const directory = resolve(root, 'migrations');
    await knex.migrate.rollback({ directory });
    expect(await knex.schema.hasTable('history_points')).toBe(false);
    await knex.migrate.latest({ directory });
  });
}

describe('stores on SQLite', () => {
  storeTests(() => openTestDatabase());
});

(hasRealPostgres ? describe : describe.skip)('stores on PostgreSQL', () => {
  let postgres: RealPostgres;

  jest.setTimeout(60_000);

  beforeAll(async () => {
    postgres = await startRealPostgres();
  });

  afterAll(async () => {
    await postgres?.stop();
  });

  storeTests(() => openTestDatabase(postgres.config));
});
