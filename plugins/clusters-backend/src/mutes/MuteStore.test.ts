import { MAX_MUTES } from '@clusterworks/plugin-clusters-common';
import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import { MuteBoard } from './MuteBoard';
import { MuteStore, type StoredMute } from './MuteStore';
import { mockServices } from '@backstage/backend-test-utils';

const mute = (change: Partial<StoredMute> = {}): StoredMute => ({
  ...{ identity: 'id-1', finding: 'f1', title: 'Node a is there' },
  ...{ reason: 'known', by: 'user:default/dana', at: 1_000, until: 9_000 },
  ...change,
});

onEachDatabase('MuteStore', database => {
  const store = () => new MuteStore(database());

  afterEach(async () => {
    await database()('cluster_mutes').delete();
  });

  it('keeps one mute of each finding, until it ends', async () => {
    await store().set(mute());
    await store().set(mute({ reason: 'better known', until: 5_000 }));
    await store().set(mute({ identity: 'id-2', until: 7_000 }));
    expect(await store().read(4_999, 'id-1')).toEqual([
      mute({ reason: 'better known', until: 5_000 }),
    ]);
    const all = await store().read(5_000);
    expect(all).toEqual([mute({ identity: 'id-2', until: 7_000 })]);
  });

  it('forgets the ended mutes of a cluster with the next one', async () => {
    await store().set(mute({ until: 2_000 }));
    await store().set(mute({ finding: 'f2', at: 3_000 }));
    expect(await store().read(0)).toMatchObject([{ finding: 'f2' }]);
  });

  it('refuses more mutes of a cluster than a page can show', async () => {
    const rows = Array.from({ length: MAX_MUTES }, (_, index) => ({
      ...{ identity: 'id-1', finding: `f${index}`, title: '', reason: '' },
      ...{ muted_by: '', muted_at: 1, muted_until: 9_000 },
    }));
    await database()('cluster_mutes').insert(rows);
    await expect(store().set(mute({ finding: 'more' }))).rejects.toThrow(
      /muted already/,
    );
    // An existing one can still be changed.
    await store().set(mute({ reason: 'changed' }));
    expect(await store().remove('id-1', 'f0')).toBe(true);
    expect(await store().remove('id-1', 'f0')).toBe(false);
    await store().set(mute({ finding: 'more' }));
  });

  it('shows every backend the mutes of the others', async () => {
    const changed: string[] = [];
    let now = 1_000;
    const board = new MuteBoard({
      ...{ store: store(), logger: mockServices.rootLogger({ level: 'none' }) },
      now: () => now,
    });
    board.onChange(identity => changed.push(identity));
    await store().set(mute());
    await board.poll();
    expect(board.of('id-1').get('f1')).toMatchObject({ reason: 'known' });
    await board.poll();
    now = 9_000;
    await board.poll();
    expect([...board.of('id-1')]).toEqual([]);
    expect(changed).toEqual(['id-1', 'id-1']);
  });
});
