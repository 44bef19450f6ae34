import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';
import { HistoryStore } from '../history/HistoryStore';
import { openDatabase } from './openDatabase';

/**
 * Resolves after many turns of the event loop, which a timer alone does not
 * prove.
 */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await sleep(5);
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
    const writing = history.addChanges([
      {
        id: 'x',
        identity: 'a',
        cluster: 'a',
        at: 1,
        to: 'healthy',
        headline: 'x',
      },
    ]);
    // If SQLite itself waited, only a turn or two would happen in seconds.
    await turns(20);
    await other.raw('COMMIT');
    expect((await writing).left).toEqual([]);
    expect((await history.read('a', 0, 1)).verdictChanges).toHaveLength(1);
  });
});
