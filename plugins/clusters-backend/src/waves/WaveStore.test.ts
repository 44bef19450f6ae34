import assert from 'node:assert/strict';
import { waitFor } from '@clusterworks/test-support';
import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import { isPostgres } from '../database/isPostgres';
import { pauseWave, stopWave } from './machine/commandWave';
import { waveOf } from './__testUtils__/waveOf';
import { WaveStore } from './WaveStore';

onEachDatabase('stored waves', database => {
  const store = () => new WaveStore(database());
  const by = { by: 'user:default/jane', now: 1 };

  beforeEach(async () => {
    await database()('cluster_waves').delete();
    await database()('cluster_wave_members').delete();
  });

  it('come back as they were', async () => {
    const wave = waveOf(['dev/a', 'prod/b'], { filter: 'env:dev' });
    await store().create(wave);
    expect(await store().get('w')).toEqual(wave);
    expect(await store().wavesOf()).toEqual(
      new Map([
        ['a', 'w'],
        ['b', 'w'],
      ]),
    );
    await expect(store().get('x')).rejects.toThrow('No wave "x"');
  });

  it('have each cluster once, also when two start at the same time', async () => {
    const starts = await Promise.allSettled(
      ['w1', 'w2', 'w3'].map(id =>
        store().create(waveOf(['dev/a', `dev/${id}`], { id })),
      ),
    );
    const failed = starts.flatMap(start =>
      start.status === 'rejected' ? [start.reason] : [],
    );
    expect(failed).toHaveLength(2);
    for (const { name, message } of failed) {
      expect([name, message]).toEqual(['ConflictError', 'Another wave has a']);
    }
    // The refused ones left nothing behind.
    expect((await store().wavesOf()).size).toBe(2);
    expect(await store().list()).toHaveLength(1);
  });

  it('start in any order of their clusters without waiting in a ring', async () => {
    const knex = database();
    const blocker = await knex.transaction();
    await blocker('cluster_wave_members').insert([
      { identity: 'm', wave_id: 'blocker' },
    ]);
    const wave = waveOf(['dev/a', 'dev/m', 'dev/z']);
    const backwards = { ...wave, id: 'w2', steps: [...wave.steps].reverse() };
    const starts = [store().create(wave), store().create(backwards)];
    if (isPostgres(knex)) {
      await waitFor(async () => {
        const waiting = await blocker('pg_locks').where({ granted: false });
        assert.equal(waiting.length, 2);
      });
    }
    await blocker.rollback();
    const refused = (await Promise.allSettled(starts)).flatMap(start =>
      start.status === 'rejected' ? [start.reason.name] : [],
    );
    expect(refused).toEqual(['ConflictError']);
  });

  it('are refused when they could not be read again', async () => {
    const long = waveOf(['dev/a'], { filter: 'x'.repeat(501) });
    await expect(store().create(long)).rejects.toThrow(
      /Wave w is not stored: .*filter/s,
    );
    expect((await store().wavesOf()).size).toBe(0);
    await store().create(waveOf(['dev/a']));
    await expect(
      store().update('w', wave => ({ ...wave, settleMs: -1 })),
    ).rejects.toThrow('not stored');
    expect((await store().get('w')).settleMs).toBe(0);
  });

  it('free their clusters when they are over, and are pruned later', async () => {
    await store().create(waveOf(['dev/a'], { startedAt: 5 }));
    await store().prune(10);
    await store().update('w', wave => stopWave(wave, by));
    await store().create(waveOf(['dev/a'], { id: 'w2', startedAt: 6 }));
    expect((await store().list()).map(({ id }) => id)).toEqual(['w2', 'w']);
    expect(await store().unfinished()).toHaveLength(1);
    await store().prune(10);
    expect((await store().list()).map(({ id }) => id)).toEqual(['w2']);
  });

  it('lose no change of two writers at the same time', async () => {
    await store().create(waveOf(['dev/a']));
    await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        store().update('w', wave => ({
          ...wave,
          told: [...wave.told, String(index)],
        })),
      ),
    );
    expect((await store().get('w')).told.sort()).toEqual([
      ...['0', '1', '2', '3', '4'],
    ]);
    const refused = store().update('w', wave =>
      pauseWave(pauseWave(wave, by), by),
    );
    await expect(refused).rejects.toThrow('is paused');
    expect((await store().get('w')).status).toBe('running');
  });
});
