import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory, { type Knex } from 'knex';
import { HistoryStore } from '../history/HistoryStore';
import { openDatabase } from './openDatabase';

/** Longest time that nothing else could run while a task was waited for. */
async function longestStall(task: Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  try {
    await task;
    return Math.max(longest, performance.now() - last);
  } finally {
    clearInterval(timer);
  }
}

describe('an SQLite file that another process has locked', () => {
  const directory = mkdtempSync(join(tmpdir(), 'clusterworks-sqlite-'));
  const filename = join(directory, 'clusters.sqlite');
  const connect = () =>
    knexFactory({
      client: 'better-sqlite3',
      connection: { filename },
      useNullAsDefault: true,
    });
  let knex: Knex;
  let other: Knex;

  beforeAll(async () => {
    knex = await openDatabase({ getClient: async () => connect() });
    other = connect();
  });

  afterAll(async () => {
    await other?.destroy();
    await knex?.destroy();
    rmSync(directory, { recursive: true });
  });

  it('is waited for without stopping everything else', async () => {
    const history = new HistoryStore(knex);
    await other.raw('BEGIN EXCLUSIVE');
    setTimeout(() => void other.raw('COMMIT').then(), 1_500);
    const writing = history.addChanges([
      { id: 'x', cluster: 'a', at: 1, to: 'healthy', headline: 'x' },
    ]);
    expect(await longestStall(writing)).toBeLessThan(700);
    expect((await writing).left).toEqual([]);
    expect((await history.read('a', 0, 1)).verdictChanges).toHaveLength(1);
  });
});
