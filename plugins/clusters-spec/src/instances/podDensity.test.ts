import fc from 'fast-check';
import {
  addressCapacity,
  hasRoomForPods,
  podCapacity,
} from './addressCapacity';
import type { InstanceType } from './InstanceType';
import {
  findInstanceType,
  instanceTypeData,
  instanceTypes,
} from './InstanceType';
import { podDensity } from './podDensity';

const type = (name: string): InstanceType => {
  const found = findInstanceType(name);
  if (!found) {
    throw new Error(`no ${name}`);
  }
  return found;
};
const plain = { prefixDelegation: false };
const prefixes = { prefixDelegation: true };

describe('instance types', () => {
  it('name their source and date', () => {
    expect(instanceTypeData.source).toContain('amazon-vpc-cni-k8s');
    expect(instanceTypeData.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(instanceTypes.length).toBeGreaterThan(1000);
  });

  it.each([
    ['m6i.large', 'm', 6, 'amd64', 2],
    ['m7g.medium', 'm', 7, 'arm64', 1],
    ['c6gn.16xlarge', 'c', 6, 'arm64', 64],
    ['t3.nano', 't', 3, 'amd64', 2],
    ['p5.48xlarge', 'p', 5, 'amd64', 192],
    ['u7i-12tb.224xlarge', 'u', 7, 'amd64', 896],
    ['trn1.2xlarge', 'trn', 1, 'amd64', 8],
    ['m6i.metal', 'm', 6, 'amd64', 128],
    ['hpc7a.96xlarge', 'hpc', 7, 'amd64', 192],
    // The data has no labels for this type, so they come from its name.
    ['p3.8xlarge', 'p', 3, 'amd64', 32],
    ['g5g.xlarge', 'g', 5, 'arm64', 4],
    ['a1.large', 'a', 1, 'arm64', 2],
  ])('reads %s', (name, category, generation, architecture, vcpus) => {
    expect(type(name)).toMatchObject({
      category,
      generation,
      architecture,
      vcpus,
    });
  });
});

describe('podCapacity', () => {
  it('leaves no room on sizes nano and micro, and on a few other types', () => {
    const without = instanceTypes.filter(each => !hasRoomForPods(each, plain));
    const bySize = ({ size }: InstanceType) => ['nano', 'micro'].includes(size);
    expect(without.filter(bySize)).toEqual(instanceTypes.filter(bySize));
    expect(
      without.filter(each => !bySize(each)).map(({ name }) => name),
    ).toEqual([
      'd3.2xlarge',
      'd3.xlarge',
      'd3en.2xlarge',
      'd3en.xlarge',
      'g4ad.2xlarge',
      'g4ad.xlarge',
      't3a.small',
    ]);
    expect(
      instanceTypes.filter(
        each => each.nitro && !hasRoomForPods(each, prefixes),
      ),
    ).toEqual([]);
  });

  it.each([
    // 3 interfaces x 9 addresses, as observed; minus router and health.
    ['m6i.large', plain, 27, 28],
    ['m6i.large', prefixes, 432, 433],
    ['m6i.xlarge', plain, 56, 57],
    // Prefixes need Nitro.
    ['m4.large', prefixes, 18, 19],
  ])('%s with %j: %d addresses, %d pods', (name, options, addresses, pods) => {
    expect(addressCapacity(type(name), options)).toBe(addresses);
    expect(podCapacity(type(name), options)).toBe(pods);
  });
});

describe('podDensity', () => {
  const ofCategories = (pattern: RegExp) =>
    instanceTypes.filter(
      each =>
        pattern.test(each.category) &&
        each.generation >= 6 &&
        each.architecture === 'amd64',
    );

  it.each([
    [
      'the general pool',
      ofCategories(/^[mcr]$/),
      plain,
      { maxPods: 110, podsPerCore: 7 },
    ],
    [
      'the general pool with prefixes',
      ofCategories(/^[mcr]$/).filter(each => each.nitro),
      prefixes,
      { maxPods: 110, podsPerCore: 97 },
    ],
    [
      'the GPU pool',
      instanceTypes.filter(each => ['g5', 'p4d', 'p5'].includes(each.family)),
      plain,
      { maxPods: 99, podsPerCore: 7 },
    ],
    ['one small type', [type('t3.nano')], plain, { maxPods: 3 }],
    ['no type at all', [], plain, { maxPods: 110 }],
  ])('of %s', (_, types, options, expected) => {
    expect(podDensity(types, options)).toEqual(expected);
  });

  it('never allows only a handful of pods on types with enough addresses', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.constantFrom(
            ...instanceTypes.filter(
              each => hasRoomForPods(each, plain) && each.size !== 'medium',
            ),
          ),
          { minLength: 1 },
        ),
        types => {
          const { maxPods, podsPerCore = maxPods } = podDensity(types, plain);
          expect(maxPods).toBeGreaterThanOrEqual(10);
          expect(podsPerCore).toBeGreaterThanOrEqual(4);
        },
      ),
    );
  });

  it('never promises more pods than a type can serve', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...instanceTypes), { minLength: 1 }),
        fc.boolean(),
        (types, prefixDelegation) => {
          const density = podDensity(types, { prefixDelegation });
          for (const each of types) {
            const promised = Math.min(
              density.maxPods,
              (density.podsPerCore ?? Number.POSITIVE_INFINITY) *
                (each.vcpus ?? Number.POSITIVE_INFINITY),
            );
            expect(promised).toBeLessThanOrEqual(
              podCapacity(each, { prefixDelegation }),
            );
          }
        },
      ),
    );
  });
});
