import fc from 'fast-check';
import type { Knex } from 'knex';
import { onEachDatabase } from '../__testUtils__/onEachDatabase';
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
      shares.push([...(await backend.settle(clusters))]);
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
