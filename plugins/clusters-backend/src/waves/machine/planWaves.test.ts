import fc from 'fast-check';
import { orderEnvironments, planWaves } from './planWaves';

describe('orderEnvironments', () => {
  it.each<[string, string[], string[], string[]]>([
    [
      'puts production last, and what is not known before it',
      ['prod', 'blue', 'dev', 'staging', 'qa', 'prod-eu'],
      [],
      ['dev', 'qa', 'staging', 'blue', 'prod', 'prod-eu'],
    ],
    [
      'puts those first that the caller names',
      ['prod', 'dev', 'blue'],
      ['blue', 'green'],
      ['blue', 'dev', 'prod'],
    ],
    ['has nothing to order', [], ['dev'], []],
  ])('%s', (_what, environments, named, ordered) => {
    expect(orderEnvironments(environments, named)).toEqual(ordered);
  });
});

describe('planWaves', () => {
  const environments = ['dev', 'prod', 'staging', 'blue'];
  const anyClusters = fc
    .uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 40 })
    .chain(names =>
      fc.tuple(
        ...names.map(cluster =>
          fc.record({
            cluster: fc.constant(cluster),
            environment: fc.constantFrom(...environments),
          }),
        ),
      ),
    );

  it('has each cluster once, few at once, one environment after the other', () => {
    fc.assert(
      fc.property(
        anyClusters,
        fc.integer({ min: 1, max: 7 }),
        (clusters, atOnce) => {
          const stages = planWaves(clusters, { atOnce });
          const planned = stages.flatMap(stage => stage.clusters);
          expect(new Set(planned)).toEqual(new Set(clusters));
          expect(planned).toHaveLength(clusters.length);
          for (const stage of stages) {
            expect(stage.clusters.length).toBeGreaterThan(0);
            expect(stage.clusters.length).toBeLessThanOrEqual(atOnce);
            expect(
              stage.clusters.every(
                ({ environment }) => environment === stage.environment,
              ),
            ).toBe(true);
          }
          const order = stages.map(({ environment }) => environment);
          const changes = order.filter((name, at) => name !== order[at - 1]);
          expect(new Set(changes).size).toBe(changes.length);
        },
      ),
    );
  });
});
