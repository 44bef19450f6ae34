import { nodePoolNames } from './splitPool';

const names = (...nodePools: object[]) =>
  nodePoolNames({ spec: { karpenter: { nodePools } } } as never);

describe('nodePoolNames', () => {
  it.each<[string, object[], string[]]>([
    ['a general pool', [{ name: 'a', preset: 'general' }], ['a']],
    ['a GPU pool', [{ name: 'gpu', preset: 'gpu' }], ['gpu', 'gpu-spot']],
    [
      'a pool that prefers on-demand',
      [{ name: 'a', preferOnDemand: true }],
      ['a', 'a-spot'],
    ],
    [
      'a GPU pool of one capacity type',
      [{ name: 'gpu', preset: 'gpu', capacityTypes: ['spot'] }],
      ['gpu'],
    ],
    ['no pool', [], []],
  ])('of %s', (_what, pools, expected) => {
    expect(names(...pools)).toEqual(expected);
  });

  it('of a spec without pools are those of the default', () => {
    expect(nodePoolNames({ spec: {} } as never)).toEqual(['general']);
  });
});
