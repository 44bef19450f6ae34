import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import knex, { type Knex } from 'knex';
import { clusterDetail } from '../__testUtils__/clusterDetail';
import { HistoryStore } from './clustersBackendInternals';
import { writeHistory } from './writeHistory';

const migrations = path.resolve(
  __dirname,
  '../../../../plugins/clusters-backend/migrations',
);
const NOW = Date.parse('2026-11-25T10:00:00Z');
const HOUR_MS = 3_600_000;

describe('writeHistory', () => {
  let folder: string;
  let database: Knex;
  const ending = new AbortController();

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'demo-history-'));
    database = knex({
      client: 'better-sqlite3',
      connection: { filename: path.join(folder, 'clusters.sqlite') },
      useNullAsDefault: true,
    });
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await database.destroy();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (clusters: string[], signal = ending.signal) =>
    writeHistory({
      file: path.join(folder, 'clusters.sqlite'),
      clusters,
      everyMs: 5,
      now: () => NOW,
      signal,
    });

  async function addCluster(name: string): Promise<void> {
    await database('cluster_identities').insert({
      id: `id-${name}`,
      number: 1,
      name,
      entity_ref: `resource:default/${name}`,
      named_since: 0,
    });
    await database('cluster_states').insert({
      identity: `id-${name}`,
      revision: 1,
      detail: JSON.stringify(clusterDetail(name)),
      updated_at: NOW,
    });
  }

  const readOf = (name: string) =>
    new HistoryStore(database).read(`id-${name}`, NOW - 200 * HOUR_MS, NOW);

  it('waits for the portal, and gives each cluster a week', async () => {
    const written = write(['first', 'second']);
    await database.migrate.latest({ directory: migrations });
    await addCluster('first');
    await addCluster('second');
    await written;
    for (const name of ['first', 'second']) {
      const { points, verdictChanges } = await readOf(name);
      expect(Date.parse(points[0].at)).toBe(NOW - 168 * HOUR_MS);
      expect(verdictChanges).toHaveLength(4);
    }
  });

  it('does not change what the portal has seen itself', async () => {
    await database.migrate.latest({ directory: migrations });
    await addCluster('first');
    const own = {
      identity: 'id-first',
      cluster: 'first',
      at: NOW - 5 * HOUR_MS,
      point: { verdict: 'healthy' as const, nodes: 3 },
    };
    await new HistoryStore(database).addPoints([own]);
    await write(['first']);
    expect((await readOf('first')).points).toHaveLength(1);
  });

  it('completes the week after a failure in the middle', async () => {
    await database.migrate.latest({ directory: migrations });
    await addCluster('first');
    const { addPoints } = HistoryStore.prototype;
    jest
      .spyOn(HistoryStore.prototype, 'addPoints')
      .mockImplementationOnce(async function locked(
        this: HistoryStore,
        points,
      ) {
        await addPoints.call(this, points.slice(0, 100));
        const error = new Error('locked');
        return { refused: [], left: points.slice(100), error };
      });
    await write(['first']);
    const { points, verdictChanges } = await readOf('first');
    expect(Date.parse(points[points.length - 1].at)).toBeGreaterThan(
      NOW - HOUR_MS,
    );
    expect(verdictChanges).toHaveLength(4);
  });

  it('tells why nothing was written when it is told to end', async () => {
    await database.migrate.latest({ directory: migrations });
    await addCluster('first');
    const other = new AbortController();
    const read = jest.spyOn(HistoryStore.prototype, 'read');
    const failed = new Promise<void>(resolve => {
      read.mockImplementation(async () => {
        resolve();
        throw new Error('locked');
      });
    });
    const written = write(['first'], other.signal);
    await failed;
    other.abort();
    await expect(written).rejects.toThrow('locked');
  });

  it('ends when it is told to', async () => {
    const other = new AbortController();
    const written = writeHistory({
      file: path.join(folder, 'nothing.sqlite'),
      clusters: ['first'],
      everyMs: 5,
      now: () => NOW,
      signal: other.signal,
    });
    other.abort();
    await expect(written).resolves.toBeUndefined();
  });
});
