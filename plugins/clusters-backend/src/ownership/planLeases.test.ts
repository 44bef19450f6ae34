import fc from 'fast-check';
import type { Lease, LeaseView } from './LeasePlan';
import { planLeases } from './planLeases';

const backend = (id: string, leaving = false) => ({ id, leaving });
const lease = (
  identity: string,
  owner: string,
  rest: Partial<Lease> = {},
): Lease => ({ identity, owner, expired: false, ...rest });
const one = () => 1;

/** Backends that distribute clusters among them, without a database. */
class World {
  readonly #weights: ReadonlyMap<string, number>;
  readonly #backends = new Map<string, boolean>();
  #leases: Lease[] = [];
  /** How often two backends wanted the same cluster. */
  begunTwice = 0;

  constructor(weights: readonly number[]) {
    this.#weights = new Map(
      weights.map((weight, index) => [`c${index}`, weight]),
    );
  }

  set(id: string, event: string): void {
    if (event === 'comes') {
      this.#backends.set(id, false);
    } else if (event === 'leaves' && this.#backends.has(id)) {
      this.#backends.set(id, true);
    } else if (event === 'crashes') {
      this.#backends.delete(id);
      this.#leases = this.#leases.map(each => ({
        ...each,
        expired: each.expired || each.owner === id,
        heir: each.heir === id ? undefined : each.heir,
      }));
    }
  }

  /** Every backend looks at the same leases; returns whether any changed. */
  round(room: number): boolean {
    const clusters = [...this.#weights.keys()];
    const stays = (id?: string) => id && this.#backends.get(id) === false;
    this.#leases = this.#leases.map(each => ({
      ...each,
      heir: stays(each.heir) ? each.heir : undefined,
    }));
    const taken = this.#leases.filter(({ heir }) => heir);
    taken.forEach(each => this.#own(each.identity, each.heir ?? ''));
    const plans = planLeases({
      backends: [...this.#backends].map(([id, leaving]) => ({ id, leaving })),
      leases: this.#leases,
      clusters,
      weigh: cluster => this.#weights.get(cluster) ?? 0,
    });
    const begun = [...plans].flatMap(([id, { claim, inherit, move }]) => {
      const claims = claim.slice(0, room);
      const inherits = [...inherit, ...move].slice(
        0,
        Math.max(0, room - claim.length),
      );
      claims.forEach(cluster => this.#own(cluster, id));
      this.#leases = this.#leases.map(each =>
        inherits.includes(each.identity) ? { ...each, heir: id } : each,
      );
      return [...claims, ...inherits];
    });
    this.begunTwice += begun.length - new Set(begun).size;
    return taken.length + begun.length > 0;
  }

  settle(): number {
    let rounds = 1;
    while (this.round(2) && rounds < 1_000) {
      rounds += 1;
    }
    return rounds;
  }

  /** The weights of the clusters of each backend that stays. */
  shares(): number[][] {
    return [...this.#backends]
      .filter(([, leaving]) => !leaving)
      .map(([id]) =>
        this.#leases
          .filter(({ owner, expired }) => owner === id && !expired)
          .map(({ identity }) => this.#weights.get(identity) ?? 0),
      );
  }

  #own(identity: string, owner: string): void {
    this.#leases = [
      ...this.#leases.filter(each => each.identity !== identity),
      { identity, owner, expired: false },
    ];
  }
}

describe('planLeases', () => {
  it.each<[string, Partial<LeaseView>, Record<string, [string, string]>]>([
    [
      'the only backend claims everything',
      { backends: [backend('a')], clusters: ['1', '2'] },
      { a: ['1 2', ''] },
    ],
    [
      'two that start at once claim different clusters',
      { backends: [backend('a'), backend('b')], clusters: ['1', '2', '3'] },
      { a: ['1 3', ''], b: ['2', ''] },
    ],
    [
      'a newcomer inherits its share',
      {
        backends: [backend('a'), backend('b')],
        clusters: ['1', '2', '3'],
        leases: [lease('1', 'a'), lease('2', 'a'), lease('3', 'a')],
      },
      { a: ['', ''], b: ['', '1'] },
    ],
    [
      'what has an heir already is not inherited again',
      {
        backends: [backend('a'), backend('b'), backend('c')],
        clusters: ['1', '2', '3'],
        leases: [
          lease('1', 'a', { heir: 'b' }),
          lease('2', 'a'),
          lease('3', 'a'),
        ],
      },
      { a: ['', ''], b: ['', ''], c: ['', '2'] },
    ],
    [
      'all clusters of a backend that leaves are inherited, and it claims none',
      {
        backends: [backend('a', true), backend('b'), backend('c')],
        clusters: ['1', '2', '3'],
        leases: [lease('1', 'a'), lease('2', 'a')],
      },
      { b: ['3', '2'], c: ['', '1'] },
    ],
    [
      'an expired lease can be claimed, but not if somebody inherits it',
      {
        backends: [backend('a'), backend('b')],
        clusters: ['1', '2'],
        leases: [
          lease('1', 'gone', { expired: true, heir: 'b' }),
          lease('2', 'gone', { expired: true }),
        ],
      },
      { a: ['2', ''], b: ['', ''] },
    ],
    [
      'clusters of a backend that nobody knows any more are inherited',
      {
        backends: [backend('a')],
        clusters: ['1'],
        leases: [lease('1', 'gone')],
      },
      { a: ['', '1'] },
    ],
    [
      'leases of clusters that do not exist count for nobody',
      {
        backends: [backend('a'), backend('b')],
        clusters: ['1'],
        leases: [lease('x', 'a'), lease('y', 'a')],
      },
      { a: ['1', ''], b: ['', ''] },
    ],
    ['nobody is there', { clusters: ['1'] }, {}],
  ])('%s', (_name, view, expected) => {
    const plans = planLeases({
      ...{ backends: [], leases: [], clusters: [], weigh: one },
      ...view,
    });
    expect(
      Object.fromEntries(
        [...plans].map(([id, { claim, inherit, move }]) => [
          id,
          [claim.join(' '), [...inherit, ...move].join(' ')],
        ]),
      ),
    ).toEqual(expected);
  });

  it('ends with equal shares, whoever comes, leaves or crashes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100 }), { maxLength: 20 }),
        fc.array(
          fc.record({
            backend: fc.constantFrom('a', 'b', 'c', 'd'),
            event: fc.constantFrom('comes', 'leaves', 'crashes'),
            room: fc.integer({ min: 1, max: 5 }),
          }),
          { maxLength: 12 },
        ),
        (weights, events) => {
          const world = new World(weights);
          world.set('a', 'comes');
          for (const { backend: id, event, room } of events) {
            world.set(id, event);
            world.round(room);
          }
          // A cluster moves at most once for each backend.
          expect(world.settle()).toBeLessThanOrEqual(20 * 5 + 5);
          expect(world.begunTwice).toBe(0);
          const shares = world.shares();
          const total = weights.reduce((sum, each) => sum + each, 0);
          expect(shares.flat()).toHaveLength(
            shares.length > 0 ? weights.length : 0,
          );
          for (const share of shares) {
            const mine = share.reduce((sum, each) => sum + each, 0);
            // Without any one of its clusters, it would have less than its share.
            expect(mine - Math.min(...share, Infinity)).toBeLessThan(
              Math.max(total, 1) / shares.length,
            );
          }
        },
      ),
    );
  });
});
