import fc from 'fast-check';
import { specChanges } from './specChanges';

const pools = (...list: object[]) => ({
  spec: { karpenter: { nodePools: list } },
});

describe('specChanges', () => {
  it.each<[string, unknown, unknown, unknown]>([
    ['nothing', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
    [
      'a value',
      { spec: { region: 'eu-west-1' } },
      { spec: { region: 'eu-west-2' } },
      [{ path: 'spec.region', before: 'eu-west-1', after: 'eu-west-2' }],
    ],
    [
      'what comes and what goes',
      { a: 1, b: { c: 2 } },
      { b: {}, d: null },
      [
        { path: 'a', before: 1 },
        { path: 'b.c', before: 2 },
        { path: 'd', after: null },
      ],
    ],
    [
      'a list as one value',
      { zones: ['a', 'b'] },
      { zones: ['b', 'a'] },
      [{ path: 'zones', before: ['a', 'b'], after: ['b', 'a'] }],
    ],
    [
      'a pool by its name, wherever it stands',
      pools({ name: 'general', weight: 1 }, { name: 'gpu', weight: 2 }),
      pools({ name: 'gpu', weight: 3 }, { name: 'general', weight: 1 }),
      [
        {
          path: 'spec.karpenter.nodePools.gpu.weight',
          before: 2,
          after: 3,
        },
      ],
    ],
    [
      'a pool that is renamed as one that goes and one that comes',
      pools({ name: 'a' }),
      pools({ name: 'b' }),
      [
        { path: 'spec.karpenter.nodePools.a', before: { name: 'a' } },
        { path: 'spec.karpenter.nodePools.b', after: { name: 'b' } },
      ],
    ],
    [
      'the order of pools alone',
      pools({ name: 'a' }, { name: 'b' }),
      pools({ name: 'b' }, { name: 'a' }),
      [
        {
          path: 'spec.karpenter.nodePools',
          before: ['a', 'b'],
          after: ['b', 'a'],
        },
      ],
    ],
    [
      'a list where there was none',
      {},
      pools({ name: 'a' }),
      [{ path: 'spec', after: pools({ name: 'a' }).spec }],
    ],
  ])('tells %s', (_, before, after, expected) => {
    expect(specChanges(before, after)).toEqual(expected);
  });

  it('is empty exactly when both say the same', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(specChanges(one, JSON.parse(JSON.stringify(one)))).toEqual([]);
        const sorted = (_: string, each: unknown) =>
          typeof each === 'object' && each !== null && !Array.isArray(each)
            ? Object.fromEntries(
                Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)),
              )
            : each;
        const isSame =
          JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
        expect(specChanges({ x: [one] }, { x: [other] }).length === 0).toBe(
          isSame,
        );
      }),
    );
  });
});
