import { foundCluster } from '../__testUtils__/knownCluster';
import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import { HistoryStore } from '../history/HistoryStore';
import { IdentityStore } from './IdentityStore';

onEachDatabase('IdentityStore', database => {
  const store = () => new IdentityStore(database());

  beforeEach(async () => {
    await database()('cluster_identities').delete();
  });

  it('lets all backends that look at once come to one answer', async () => {
    const found = Array.from({ length: 60 }, (_, index) =>
      foundCluster(`c${index}`),
    );
    const answers = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const inAnyOrder = index % 2 ? [...found] : [...found].reverse();
        const { clusters } = await store().identify(inAnyOrder);
        return Object.fromEntries(
          clusters.map(({ found: { name }, identity }) => [name, identity.id]),
        );
      }),
    );
    for (const answer of answers) {
      expect(answer).toEqual(answers[0]);
    }
    expect(new Set(Object.values(answers[0])).size).toBe(60);
    expect(await store().all()).toHaveLength(60);
  });

  it('writes only changed identities, with all of their fields', async () => {
    const cluster = {
      ...foundCluster('x', { owner: 'group:default/a' }),
      arn: 'arn:aws:eks:eu-west-1:123456789012:cluster/x',
      endpoint: 'https://x x',
    };
    await store().identify([cluster]);
    const [{ count }] = await database()('identity_changes');
    const before = await store().all();
    await store().identify([cluster]);
    await store().identify([cluster]);
    expect(await store().all()).toEqual(before);
    expect(await database()('identity_changes')).toMatchObject([{ count }]);
    await store().identify([]);
    const [{ goneSince, namedSince }] = await store().all();
    expect(goneSince).toBeGreaterThanOrEqual(namedSince);
  });

  it('moves history when two identities turn out to be one cluster', async () => {
    const endpoint = 'https://x x';
    const arn = 'arn:aws:eks:eu-west-1:123456789012:cluster/x';
    const plain = foundCluster('x');
    const idOf = async (...found: Parameters<IdentityStore['identify']>) =>
      (await store().identify(...found)).clusters[0].identity.id;
    const before = await idOf([{ ...plain, arn, endpoint }]);
    const between = await idOf([plain]);
    const history = new HistoryStore(database());
    const point = { verdict: 'healthy' as const };
    const common = { cluster: 'x', to: 'healthy' as const, headline: 'x' };
    for (const [identity, times] of [
      [before, [1, 2]],
      [between, [2, 3]],
    ] as const) {
      await history.addPoints(
        times.map(at => ({ identity, cluster: 'x', at, point })),
      );
      await history.addChanges(
        times.map(at => ({ ...common, id: `${identity}${at}`, identity, at })),
      );
    }
    expect(await idOf([{ ...plain, arn, endpoint }])).toBe(before);
    const { points, verdictChanges } = await history.read(before, 0, 10);
    expect(points).toHaveLength(3);
    expect(verdictChanges).toHaveLength(4);
    expect(await store().all()).toHaveLength(1);
  });
});
