import fc from 'fast-check';
import type { FoundCluster } from '../discovery/KnownCluster';
import { foundCluster } from '../__testUtils__/knownCluster';
import type { ClusterIdentity } from './ClusterIdentity';
import { planIdentities } from './planIdentities';

const MINUTE = 60_000;
const arn = 'arn:aws:eks:eu-west-1:123456789012:cluster/payments';
const endpoint = 'https://old.eks.example payments';

/** The rows that the database would hold after each discovery. */
class World {
  stored: ClusterIdentity[] = [];
  merged: { from: string; into: string }[] = [];
  now = 1_000_000;
  readonly #id: () => string;

  /** @param prefix - prefix of the keys that new clusters get */
  constructor(prefix = 'id') {
    let count = 0;
    this.#id = () => {
      count += 1;
      return `${prefix}-${count}`;
    };
  }

  /** Runs one discovery; returns the key of the identity for each place. */
  look(...found: FoundCluster[]): Record<string, string> {
    const plan = planIdentities(this.stored, found, this.now, this.#id);
    const gone = new Set(plan.merged.map(({ from }) => from));
    const changed = new Map(plan.changed.map(each => [each.id, each]));
    this.stored = [
      ...this.stored.filter(({ id }) => !changed.has(id)),
      ...changed.values(),
    ].filter(({ id }) => !gone.has(id));
    this.merged.push(...plan.merged);
    this.now += MINUTE;
    return Object.fromEntries(
      plan.clusters.map(({ found: { place }, identity }) => [
        place,
        identity.id,
      ]),
    );
  }

  of(id: string): ClusterIdentity | undefined {
    return this.stored.find(identity => identity.id === id);
  }
}

function payments(change: Partial<FoundCluster> = {}): FoundCluster {
  return {
    ...foundCluster('payments'),
    source: 'platformRepository',
    place: 'git/payments',
    owner: 'group:default/old',
    ...change,
  };
}

describe('who a cluster is', () => {
  const provisioned = { arn, endpoint };

  it.each<[string, Partial<FoundCluster>, Partial<FoundCluster>, boolean]>([
    ['nothing changes', provisioned, provisioned, true],
    ['it is provisioned', {}, provisioned, true],
    ['its status is withdrawn', { endpoint }, {}, true],
    [
      'its folder moves',
      provisioned,
      { ...provisioned, place: 'git/moved' },
      true,
    ],
    [
      'another group takes it over',
      provisioned,
      { ...provisioned, owner: 'group:default/new' },
      true,
    ],
    [
      'it is taken over and renamed',
      provisioned,
      { ...provisioned, owner: 'group:default/new', name: 'billing' },
      true,
    ],
    [
      'the same owner makes it anew',
      provisioned,
      { arn, endpoint: 'https://new.eks.example payments' },
      true,
    ],
    [
      'another owner makes one of the same ARN',
      provisioned,
      {
        arn,
        endpoint: 'https://new.eks.example payments',
        owner: 'group:default/new',
      },
      false,
    ],
    [
      'another owner uses the folder again',
      provisioned,
      { owner: 'group:default/new' },
      false,
    ],
    [
      'another owner uses the folder again, before either is provisioned',
      {},
      { owner: 'group:default/new' },
      false,
    ],
    [
      'it is in another account now',
      provisioned,
      {
        arn: arn.replace('123456789012', '210987654321'),
        endpoint: 'https://new.eks.example payments',
      },
      false,
    ],
    [
      'an entity elsewhere states ARN and address, for another owner',
      provisioned,
      {
        ...provisioned,
        source: 'handWritten',
        place: 'elsewhere',
        owner: 'group:default/thief',
      },
      false,
    ],
    [
      'an entity elsewhere states the ARN alone, for the same owner',
      provisioned,
      { arn, source: 'handWritten', place: 'elsewhere' },
      false,
    ],
    [
      'an entity is written elsewhere for the same owner and API server',
      { ...provisioned, source: 'handWritten' },
      { ...provisioned, source: 'handWritten', place: 'elsewhere' },
      true,
    ],
  ])('when %s', (_what, before, after, same) => {
    const world = new World();
    const [first] = Object.values(world.look(payments(before)));
    for (const pause of ['at once', 'after a while']) {
      const copy = Object.assign(new World(pause), { stored: world.stored });
      if (pause === 'after a while') {
        copy.look();
      }
      const [second] = Object.values(copy.look(payments(after)));
      expect(second === first).toBe(same);
    }
  });

  it('keeps its identity and name when it is gone for a moment', () => {
    const world = new World();
    world.look(payments({ endpoint }));
    const [{ namedSince }] = world.stored;
    world.look();
    expect(world.stored[0].goneSince).toBe(world.now - MINUTE);
    world.look(payments({ endpoint }));
    expect(world.stored).toMatchObject([{ namedSince, goneSince: undefined }]);
    world.look();
    world.now += 20 * MINUTE;
    world.look(payments({ endpoint }));
    expect(world.stored[0].namedSince).toBeGreaterThan(namedSince);
  });

  it('moves the history to the old identity when the ARN is known again', () => {
    const world = new World();
    const before = world.look(payments({ arn, endpoint }));
    // `status.yaml` is gone, and with it the address.
    const between = world.look(payments());
    expect(between).not.toEqual(before);
    expect(world.look(payments({ arn, endpoint }))).toEqual(before);
    expect(world.merged).toEqual([
      { from: between['git/payments'], into: before['git/payments'] },
    ]);
    expect(world.stored).toHaveLength(1);
  });

  it('treats descriptions of one API server as one cluster, and the first counts', () => {
    const world = new World();
    const spy = payments({
      ...{ endpoint, name: 'spy', place: 'a/spy', source: 'handWritten' },
      ...{ entityRef: 'resource:a/spy', owner: 'group:default/spy' },
    });
    const own = payments({
      ...{ endpoint, source: 'handWritten' },
    });
    world.look(own);
    const { 'git/payments': id, 'a/spy': other } = world.look(spy, own);
    expect(other).toBe(id);
    expect(world.of(id)).toMatchObject({ name: 'payments', owner: own.owner });
  });

  it('does not let a spy that was there first take over by a new address', () => {
    const world = new World();
    const spy = payments({
      ...{ name: 'spy', place: 'a/spy', source: 'handWritten' },
      entityRef: 'resource:a/spy',
    });
    const own = payments({ endpoint, source: 'handWritten' });
    world.look(spy);
    const { 'git/payments': id } = world.look(spy, own);
    world.look({ ...spy, endpoint }, own);
    expect(world.of(id)).toMatchObject({
      place: own.place,
      goneSince: undefined,
    });
    expect(world.merged).toEqual([]);
  });

  it('does not take over the history of another API server', () => {
    const world = new World();
    const own = payments({ arn, endpoint, source: 'handWritten' });
    const other = payments({
      ...{ name: 'other', place: 'other', source: 'handWritten' },
      endpoint: 'https://other.example other',
    });
    const { 'git/payments': id } = world.look(own, other);
    // The first is gone, and the second claims to be it.
    expect(world.look({ ...other, arn, endpoint })).toEqual({ other: id });
    expect(world.merged).toEqual([]);
  });

  describe('whose stored data has only a name', () => {
    const left: ClusterIdentity = {
      ...{ id: 'payments', number: 1, name: 'payments', namedSince: 0 },
      ...{ entityRef: 'resource:default/payments', owner: 'group:default/old' },
      ...{ source: undefined, place: undefined, arn: undefined },
      ...{ endpoint: undefined, goneSince: undefined, setAside: undefined },
    };

    it.each<[string, FoundCluster[], RegExp | undefined]>([
      ['the cluster of that name', [payments()], undefined],
      [
        'a cluster of another owner',
        [payments({ owner: 'group:default/new' })],
        /belonged to group:default\/old, the name belongs to group:default\/new/,
      ],
      [
        'another entity of that name',
        [payments({ entityRef: 'resource:evil/payments' })],
        /it was resource:default\/payments/,
      ],
      [
        'one that is written otherwise',
        [payments({ name: 'Payments' })],
        /it was resource:default\/payments/,
      ],
      [
        'two of that name',
        [
          payments(),
          payments({ place: 'evil', entityRef: 'resource:evil/payments' }),
        ],
        /several clusters/,
      ],
    ])('%s', (_what, found, doubt) => {
      const world = new World();
      world.stored = [left];
      world.look();
      const who = Object.values(world.look(...found));
      expect(who.includes('payments')).toBe(doubt === undefined);
      expect(world.of('payments')?.setAside ?? 'nothing').toMatch(
        doubt ?? /^nothing$/,
      );
      // The data stays set aside for ever when its owner is in doubt.
      expect(world.look(payments())['git/payments'] === 'payments').toBe(
        doubt === undefined,
      );
    });
  });

  it('is the same whatever the order in which clusters are found', () => {
    const pick = <T>(...values: T[]) => fc.constantFrom(...values);
    const anyFound = fc.record({
      name: pick('a', 'A', 'b'),
      place: pick('1', '2', '3', '4'),
      source: pick('platformRepository', 'configuration', 'handWritten'),
      owner: pick('x', 'y'),
      arn: pick(undefined, 'arn:1', 'arn:2'),
      endpoint: pick(undefined, 'https://1', 'https://2'),
    });
    const anyLook = fc.uniqueArray(anyFound, {
      maxLength: 4,
      selector: ({ place }) => place,
    });
    fc.assert(
      fc.property(fc.array(anyLook, { maxLength: 5 }), looks => {
        const one = new World();
        const other = new World();
        for (const look of looks) {
          const found = look.map(each =>
            payments({
              ...each,
              entityRef: `resource:x/${each.place}`,
            } as Partial<FoundCluster>),
          );
          expect(one.look(...found)).toEqual(other.look(...found.reverse()));
        }
        expect(one.stored).toEqual(other.stored);
        // A second discovery with the same result changes nothing.
        const last = (looks.at(-1) ?? []).map(each =>
          payments({
            ...each,
            entityRef: `resource:x/${each.place}`,
          } as Partial<FoundCluster>),
        );
        const again = planIdentities(one.stored, last, one.now, () => 'new');
        expect(again.changed).toEqual([]);
        expect(again.merged).toEqual([]);
      }),
    );
  });
});
