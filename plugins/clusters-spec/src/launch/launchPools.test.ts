import fc from 'fast-check';
import { addQuantities, parseQuantity } from '../quantity';
import { type NodePoolSpec, resolveClusterSpec } from '../spec';
import { placeholderSpec } from '../spec/placeholderSpec';
import { launchPools, shareLimits } from './launchPools';

const poolsOf = (...nodePools: NodePoolSpec[]) =>
  launchPools(
    resolveClusterSpec({
      ...placeholderSpec,
      spec: { ...placeholderSpec.spec, karpenter: { nodePools } },
    }).spec,
  );

describe('launchPools', () => {
  it('makes two NodePools from a pool that prefers on-demand', () => {
    expect(
      poolsOf(
        { name: 'general', preset: 'general' },
        { name: 'gpu', preset: 'gpu' },
      ),
    ).toEqual([
      expect.objectContaining({
        name: 'general',
        capacityTypes: ['spot', 'on-demand'],
        weight: undefined,
      }),
      expect.objectContaining({
        name: 'gpu',
        capacityTypes: ['on-demand'],
        weight: 20,
        limits: { cpu: '250', memory: '2000Gi', 'nvidia.com/gpu': '50' },
      }),
      expect.objectContaining({
        name: 'gpu-spot',
        capacityTypes: ['spot'],
        weight: 10,
        limits: { cpu: '250', memory: '2000Gi', 'nvidia.com/gpu': '50' },
      }),
    ]);
  });

  it('keeps spot behind on-demand whatever the weight', () => {
    const [web, spot] = poolsOf({
      name: 'web',
      preferOnDemand: true,
      weight: 5,
    });
    expect([web.weight, spot.weight]).toEqual([5, 1]);
  });
});

describe('shareLimits', () => {
  it.each([
    ['cpu', '1001', '501', '500'],
    ['cpu', '250m', '125m', '125m'],
    ['cpu', '0.001', '1m', '0'],
    ['memory', '3Gi', '1536Mi', '1536Mi'],
    ['nvidia.com/gpu', '1', '1', '0'],
    ['nodes', '0', '0', '0'],
    ['cpu', '1n', '1n', '0'],
  ])('%s %s: %s and %s', (resource, all, onDemand, spot) => {
    expect(shareLimits({ [resource]: all })).toEqual({
      onDemand: { [resource]: onDemand },
      spot: { [resource]: spot },
    });
  });

  it('splits limits so that the two parts add up to the whole', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('cpu', 'memory', 'nvidia.com/gpu'),
        fc.nat(),
        fc.constantFrom('', 'm', 'k', 'Ki', 'Gi', 'u'),
        (resource, amount, suffix) => {
          const all = `${amount}${suffix}`;
          const { onDemand, spot } = shareLimits({ [resource]: all });
          const shares = [onDemand, spot].map(each =>
            parseQuantity(each[resource]),
          );
          expect(addQuantities(...shares)).toEqual(parseQuantity(all));
          expect(shares[1].nano).toBeGreaterThanOrEqual(BigInt(0));
        },
      ),
    );
  });
});
