import fc from 'fast-check';
import { waitFor } from '@clusterworks/test-support';
import type { Knex } from 'knex';
import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import { databaseTime } from '../database/databaseTime';
import { readsAtOnce } from '../__testUtils__/readsAtOnce';
import { LeaseOwnership } from './LeaseOwnership';
import { leaseWeight } from './leaseWeight';

/** More rounds than clusters have to move. */
const ROUNDS = 12;

async function split(
  knex: Knex,
  weights: Record<string, number>,
  backends: number,
): Promise<string[][]> {
  await knex('cluster_leases').delete();
  await knex('backends').delete();
  const clusters = Object.keys(weights);
  const weigh = (cluster: string) => weights[cluster];
  const all = Array.from(
    { length: backends },
    (_, index) => new LeaseOwnership(knex, { id: `b${index}`, weigh }),
  );
  let shares: string[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    shares = [];
    for (const backend of all) {
      const { owned } = await backend.settle(clusters, readsAtOnce);
      shares.push([...owned]);
    }
  }
  return shares;
}

onEachDatabase('LeaseOwnership', database => {
  it('splits the work, not the number of clusters', async () => {
    const small = Array.from({ length: 60 }, (_, index) => [`c${index}`, 1]);
    const weights = { large: 30, ...Object.fromEntries(small) };
    const shares = await split(database(), weights, 3);
    const [withLarge] = shares.filter(share => share.includes('large'));
    expect(withLarge).toEqual(['large']);
    expect(shares.map(({ length }) => length).sort()).toEqual([1, 30, 30]);
  });

  it('leaves no cluster unread, and moves none without end', async () => {
    const weight = fc.integer({ min: 1, max: 100 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(weight, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (list, backends) => {
          const weights = Object.fromEntries(
            list.map((each, index) => [`c${index}`, each]),
          );
          const shares = await split(database(), weights, backends);
          expect(shares.flat().sort()).toEqual(Object.keys(weights).sort());
          const total = list.reduce((sum, each) => sum + each, 0);
          for (const share of shares) {
            const sizes = share.map(cluster => weights[cluster]);
            const mine = sizes.reduce((sum, each) => sum + each, 0);
            // Without any one of its clusters, it would have less than its share.
            expect(mine - Math.min(...sizes, Infinity)).toBeLessThan(
              total / backends,
            );
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});

onEachDatabase('a lease that moves', database => {
  const clusters = ['c1', 'c2', 'c3', 'c4'];
  const backend = (id: string) => new LeaseOwnership(database(), { id });
  const readsNothing = { ...readsAtOnce, isRead: () => false };
  const nothing = { ...readsNothing, room: 0, roomToMove: 0 };
  const sorted = (names: ReadonlySet<string>) => [...names].sort();

  beforeEach(async () => {
    await database()('cluster_leases').delete();
    await database()('backends').delete();
  });

  it('stays with its owner until the heir has read the cluster', async () => {
    const [owner, heir] = [backend('owner'), backend('heir')];
    await owner.settle(clusters, readsAtOnce);
    const coming = await heir.settle(clusters, readsNothing);
    expect(sorted(coming.coming)).toEqual(['c1', 'c2']);
    expect(sorted(coming.owned)).toEqual([]);
    const still = await owner.settle(clusters, readsAtOnce);
    expect(sorted(still.owned)).toEqual(clusters);
    const urgent: boolean[] = [];
    const taken = await heir.settle(clusters, {
      ...readsAtOnce,
      isRead(cluster, isUrgent) {
        urgent.push(isUrgent);
        return cluster === 'c2';
      },
    });
    expect(urgent).toEqual([false, false]);
    expect(sorted(taken.owned)).toEqual(['c2']);
    expect(sorted(taken.coming)).toEqual(['c1']);
    const rest = await owner.settle(clusters, readsAtOnce);
    expect(sorted(rest.owned)).toEqual(['c1', 'c3', 'c4']);
  });

  it('moves soon when its owner leaves', async () => {
    const [owner, heir] = [backend('owner'), backend('heir')];
    await owner.settle(clusters, readsAtOnce);
    await heir.settle(clusters, readsNothing);
    owner.leave();
    const left = await owner.settle([...clusters, 'new'], readsAtOnce);
    expect(sorted(left.owned)).toEqual(clusters);
    expect(left.hasOthers).toBe(true);
    const all = await heir.settle([...clusters, 'new'], readsNothing);
    expect(sorted(all.owned)).toEqual(['new']);
    expect(sorted(all.coming)).toEqual(clusters);
    const urgent: boolean[] = [];
    await heir.settle(clusters, {
      ...readsAtOnce,
      isRead: (_cluster, isUrgent) => urgent.push(isUrgent) > 0,
    });
    expect(urgent).toEqual([true, true, true, true]);
    const gone = await owner.settle(clusters, readsAtOnce);
    expect(sorted(gone.owned)).toEqual([]);
  });

  describe('of an owner that does not report', () => {
    /** As if it had last reported so long ago. */
    async function age(id: string, milliseconds: number) {
      const earlier = (column: string) =>
        database().raw('?? - ?', [column, milliseconds]);
      await database()('backends')
        .where({ id })
        .update({ seen_at: earlier('seen_at') });
      await database()('cluster_leases')
        .where({ owner: id })
        .update({ expires_at: earlier('expires_at') });
    }

    it.each([
      ['was only slow', 7_000, ['c1', 'c2'], []],
      ['is silent, but may still be alive', 7_600, clusters, []],
      ['crashed', 15_001, [], clusters],
    ])('moves when it %s', async (_what, milliseconds, coming, owned) => {
      const [owner, heir] = [backend('owner'), backend('heir')];
      await owner.settle(clusters, readsAtOnce);
      await heir.settle(clusters, nothing);
      await age('owner', milliseconds);
      const found = await heir.settle(clusters, readsNothing);
      expect(sorted(found.coming)).toEqual(coming);
      expect(sorted(found.owned)).toEqual(owned);
    });

    it('stays when nobody could report', async () => {
      const leaseMs = 1_000;
      const [owner, heir] = ['owner', 'heir'].map(
        id => new LeaseOwnership(database(), { id, leaseMs }),
      );
      await owner.settle(clusters, readsAtOnce);
      await heir.settle(clusters, nothing);
      const until = (await databaseTime(database())) + 600;
      await waitFor(async () =>
        expect(await databaseTime(database())).toBeGreaterThan(until),
      );
      const waits = await heir.settle(clusters, readsNothing);
      expect(sorted(waits.coming)).toEqual([]);
      await owner.settle(clusters, nothing);
      const { coming } = await heir.settle(clusters, readsNothing);
      expect(sorted(coming)).toEqual(['c1', 'c2']);
    });

    it('is not claimed while the others may be about to report', async () => {
      const leaseMs = 600;
      const [owner, other] = ['owner', 'other'].map(
        id => new LeaseOwnership(database(), { id, leaseMs }),
      );
      await other.settle([], nothing);
      await owner.settle(clusters, readsAtOnce);
      const until = (await databaseTime(database())) + leaseMs;
      await waitFor(async () =>
        expect(await databaseTime(database())).toBeGreaterThan(until),
      );
      const first = await other.settle(clusters, readsAtOnce);
      expect(sorted(first.owned)).toEqual([]);
      const second = await other.settle(clusters, readsAtOnce);
      expect(sorted(second.owned)).toEqual(clusters);
    });
  });

  it.each<[string, (heir: LeaseOwnership) => Promise<unknown>]>([
    [
      'leaves',
      heir => {
        heir.leave();
        return heir.settle(clusters, readsNothing);
      },
    ],
    ['is gone', heir => heir.release()],
    [
      'crashed',
      async () => {
        await database()('cluster_leases').update({ heir_until: 0 });
        await database()('backends').where({ id: 'heir' }).delete();
      },
    ],
  ])('gets another heir when its heir %s', async (_what, end) => {
    const [owner, heir, other] = ['owner', 'heir', 'other'].map(backend);
    await owner.settle(clusters, readsAtOnce);
    await heir.settle(clusters, readsNothing);
    const { coming } = await other.settle(clusters, readsNothing);
    expect(sorted(coming)).toEqual([]);
    await end(heir);
    const all = await other.settle(clusters, readsNothing);
    expect(sorted(all.coming)).toEqual(['c1', 'c2']);
  });

  it('stays when the heir cannot read the cluster, and is tried later', async () => {
    const [owner, heir] = [backend('owner'), backend('heir')];
    await owner.settle(clusters, readsAtOnce);
    await heir.settle(clusters, readsNothing);
    const cannot = { ...readsNothing, cannotRead: () => true };
    const left = await heir.settle(clusters, { ...cannot, roomToMove: 0 });
    expect(sorted(left.coming)).toEqual([]);
    const again = await heir.settle(clusters, readsNothing);
    expect(sorted(again.coming)).toEqual([]);
    expect(sorted((await owner.settle(clusters, nothing)).owned)).toEqual(
      clusters,
    );
  });

  it('is claimed by another if the backend that should does not', async () => {
    const [blind, other] = [backend('blind'), backend('other')];
    await blind.settle([], readsAtOnce);
    for (let round = 0; round < 6; round += 1) {
      await blind.settle([], readsAtOnce);
      await other.settle(clusters, readsAtOnce);
    }
    const { owned } = await other.settle(clusters, readsAtOnce);
    expect(sorted(owned)).toEqual(clusters);
  });

  it('loses its heir when that does not know the cluster any more', async () => {
    const [owner, heir] = [backend('owner'), backend('heir')];
    await owner.settle(clusters, readsAtOnce);
    await heir.settle(clusters, readsNothing);
    const { coming } = await heir.settle(['c2'], { ...nothing });
    expect(sorted(coming)).toEqual(['c2']);
  });

  it('goes to the heir, read or not, when its owner ends', async () => {
    const [owner, heir, other] = ['owner', 'heir', 'other'].map(backend);
    await owner.settle(clusters, readsAtOnce);
    await heir.settle(clusters, readsNothing);
    await owner.release();
    const some = await heir.settle(clusters, nothing);
    expect(sorted(some.owned)).toEqual(['c1', 'c2']);
    const rest = await other.settle(clusters, readsNothing);
    expect(sorted(rest.owned)).toEqual(['c3']);
  });

  it('begins no more than there is room for', async () => {
    const [owner, heir] = [backend('owner'), backend('heir')];
    const some = await owner.settle(clusters, { ...readsAtOnce, room: 3 });
    expect(sorted(some.owned)).toEqual(['c1', 'c2', 'c3']);
    expect(some.isMoving).toBe(true);
    await owner.settle(clusters, readsAtOnce);
    const one = await heir.settle(clusters, { ...readsNothing, roomToMove: 1 });
    expect(sorted(one.coming)).toHaveLength(1);
  });

  it('is given up when its cluster is gone', async () => {
    const owner = backend('owner');
    await owner.settle(clusters, readsAtOnce);
    const { owned } = await owner.settle(['c2'], readsAtOnce);
    expect(sorted(owned)).toEqual(['c2']);
    expect((await owner.settle(['c2'], readsAtOnce)).isMoving).toBe(false);
  });
});

describe('leaseWeight', () => {
  it.each<[string, Parameters<typeof leaseWeight>[0], number]>([
    ['a cluster that was never read', undefined, 48],
    ['unknown', { nodes: { certainty: 'unknown', reason: 'x' } }, 48],
    ['no nodes', { nodes: { certainty: 'exact', value: 0 } }, 33],
    ['20 nodes', { nodes: { certainty: 'exact', value: 20 } }, 48],
    ['one node more', { nodes: { certainty: 'exact', value: 21 } }, 48],
    ['5,000 nodes', { nodes: { certainty: 'atLeast', value: 5_000 } }, 4_128],
  ])('is the same for hardly different clusters: %s', (_, row, weight) => {
    expect(leaseWeight(row)).toBe(weight);
  });
});
