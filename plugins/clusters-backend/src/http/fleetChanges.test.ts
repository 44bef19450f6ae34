import fc from 'fast-check';
import {
  ClustersClient,
  type FleetAnswer,
  type FleetQuery,
  fleetQuerySchema,
} from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import { FleetStore } from '../fleet/FleetStore';
import type { Visibility } from '../permissions/ClusterAccess';
import { ResponseCache } from './ResponseCache';

const seeing = (...names: string[]): Visibility => ({
  key: names.join(),
  seesNothing: false,
  seesAll: false,
  sees: ({ name }) => names.includes(name),
});
const everything: Visibility = { ...seeing(), key: 'all', sees: () => true };

class Replica {
  readonly fleet = new FleetStore();
  readonly bodies = new ResponseCache(this.fleet);

  show(name: string, revision: number, room = revision): void {
    const row = { ...fleetRow(name), revision };
    row.nodes = { certainty: 'exact', value: room };
    this.fleet.restore(knownCluster(name), { row });
  }

  async answer(
    who: Visibility,
    query: FleetQuery,
    since?: string,
  ): Promise<FleetAnswer> {
    // An answer is cached for 100 ms.
    jest.advanceTimersByTime(1_000);
    const body = this.bodies.fleet(who, query, since);
    return JSON.parse((await body.encoded('')).bytes.toString());
  }
}

/** The typed client, asking any replica as anybody. */
function browser() {
  let ask: (query: FleetQuery, since?: string) => Promise<FleetAnswer>;
  const answers: FleetAnswer[] = [];
  const client = new ClustersClient({
    discoveryApi: { getBaseUrl: async () => 'http://backend' },
    fetchApi: {
      fetch: async input => {
        const { searchParams } = new URL(input as string);
        const { since, ...query } = Object.fromEntries(searchParams);
        const answer = await ask(fleetQuerySchema.parse(query), since);
        answers.push(answer);
        return Response.json(answer);
      },
    },
  });
  return {
    answers,
    /** Expects what the replica would answer without an earlier answer. */
    async open(replica: Replica, who = everything, query: FleetQuery = {}) {
      ask = (asked, since) => replica.answer(who, asked, since);
      const seen = await client.getFleet(query);
      expect(seen).toEqual(await replica.answer(who, query));
      return seen;
    },
  };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const names = Array.from({ length: 30 }, (_, index) => `c${100 + index}`);

function replicaOf(shown = names): Replica {
  const replica = new Replica();
  shown.forEach(name => replica.show(name, 1));
  return replica;
}

describe('the changes since an earlier answer about the fleet', () => {
  it('are the rows that changed, and the others stay the same objects', async () => {
    const replica = replicaOf();
    const { open, answers } = browser();
    const first = await open(replica);
    replica.show('c105', 2);
    const second = await open(replica);
    expect(answers[1].items.map(({ name }) => name)).toEqual(['c105']);
    expect(answers[1].changes?.parts).toEqual([
      { from: 0, count: 5 },
      { count: 1 },
      { from: 6, count: 24 },
    ]);
    expect(second.items[7]).toBe(first.items[7]);
    await open(replica);
    expect(answers[2].items).toEqual([]);
  });

  it.each<[string, (replica: Replica) => void]>([
    ['a removed cluster', replica => replica.fleet.remove('c107')],
    ['a new cluster', replica => replica.show('b', 1)],
    ['another order', replica => replica.show('c100', 2, 900)],
  ])('include %s', async (_, change) => {
    const replica = replicaOf();
    const { open, answers } = browser();
    const query: FleetQuery = { sort: 'nodes', order: 'desc', limit: 20 };
    await open(replica, everything, query);
    change(replica);
    await open(replica, everything, query);
    expect(answers[1].items.length).toBeLessThanOrEqual(1);
  });

  it('show what a user may see now, and nothing else', async () => {
    const replica = replicaOf();
    const { open, answers } = browser();
    await open(replica, seeing(...names.slice(0, 20)));
    await open(replica, seeing(...names.slice(2, 24)));
    expect(answers[1].items).toHaveLength(4);
    const { items } = await open(replica, seeing('c103'));
    expect(items.map(({ name }) => name)).toEqual(['c103']);
  });

  it('are not those of another query', async () => {
    const replica = replicaOf();
    const { open } = browser();
    await open(replica, everything, { filter: 'c10' });
    await open(replica, everything, { filter: 'c11' });
    const { version } = await replica.answer(everything, { filter: 'c10' });
    const other = { filter: 'c11' };
    // Nothing of the one is in the other.
    expect(await replica.answer(everything, other, version)).toEqual(
      await replica.answer(everything, other),
    );
  });

  it.each(['', 'unknown', '__proto__', 'constructor', '\0', '😀'.repeat(50)])(
    'are the whole answer for the unknown version %j',
    async since => {
      const replica = replicaOf();
      const whole = await replica.answer(everything, {});
      expect(await replica.answer(everything, {}, since)).toEqual(whole);
      expect(whole.changes).toBeUndefined();
    },
  );

  it('stay within their memory, and then are the whole answer', async () => {
    const replica = replicaOf(
      Array.from({ length: 1_000 }, (_, index) => `cluster-${index}`),
    );
    const query = { limit: 2_000 };
    const { version } = await replica.answer(everything, query);
    for (let revision = 2; revision < 150; revision += 1) {
      replica.show('cluster-1', revision);
      await replica.answer(everything, query);
    }
    expect(replica.bodies.heldBytes).toBeLessThanOrEqual(80 * 1024 * 1024);
    const late = await replica.answer(everything, query, version);
    expect(late.changes).toBeUndefined();
  });

  it('give what the answering replica shows, whoever answers', async () => {
    const name = fc.constantFrom(...names.slice(0, 8));
    const step = fc.record({
      replica: fc.nat(1),
      name,
      revision: fc.integer({ min: 2, max: 9 }),
      isRemoved: fc.boolean(),
      sees: fc.subarray(names.slice(0, 8), { minLength: 6 }),
      limit: fc.constantFrom(3, 100),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async steps => {
        // One lags behind the other, and shows other revisions.
        const replicas = [replicaOf(names.slice(0, 8)), replicaOf([])];
        const { open } = browser();
        for (const { isRemoved, sees, limit, ...change } of steps) {
          const replica = replicas[change.replica];
          if (isRemoved) {
            replica.fleet.remove(change.name);
          } else {
            replica.show(change.name, change.revision);
          }
          const query: FleetQuery = { limit, sort: 'nodes' };
          const seen = await open(replica, seeing(...sees), query);
          expect(seen.items.length).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });
});
