import {
  collectClusterSpecIssues,
  launchPools,
  parseClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { specs } from '../__testUtils__/specs';
import { RECORD_FILE, recordOf } from '../records';
import { renderCluster } from '../renderCluster';

type Pool = Record<string, unknown>;

const withPool = (pool: Pool, parts: Record<string, unknown> = {}) =>
  parseClusterSpec({
    ...specs.minimal,
    spec: {
      ...specs.minimal.spec,
      ...parts,
      karpenter: { nodePools: [{ name: 'gpu', ...pool }] },
    },
  });
const resolved = (pool: Pool) => resolveClusterSpec(withPool(pool));

/** NodePools as `name: limits`, without those of cpu. */
const poolsOf = (pool: Pool) =>
  launchPools(resolved(pool).spec).map(
    ({ name, capacityTypes, limits }) =>
      `${name} ${capacityTypes.join('+')} ${limits.memory}`,
  );
const warningsOf = (pool: Pool) =>
  renderCluster(withPool(pool)).warnings.map(
    ({ code, message }) => `${code}: ${message}`,
  );

/** The same cluster, rendered before. */
const before = {
  [`clusters/dev/minimal/${RECORD_FILE}`]: recordOf({}),
};

describe('limits of a pool that prefers on-demand', () => {
  it.each<[string, Pool, string[]]>([
    [
      'are shared out by default, and hold all that the preset names',
      { preset: 'gpu' },
      ['gpu on-demand 2000Gi', 'gpu-spot spot 2000Gi'],
    ],
    [
      'are whole for on-demand where half excludes p4d',
      { preset: 'gpu', limits: { memory: '2000Gi' } },
      ['gpu on-demand 2000Gi'],
    ],
    [
      'are shared out where half just holds p4d',
      { preset: 'gpu', limits: { memory: '2132Gi' } },
      ['gpu on-demand 1066Gi', 'gpu-spot spot 1066Gi'],
    ],
    [
      'are whole where half is just below p4d',
      { preset: 'gpu', limits: { memory: '2130Gi' } },
      ['gpu on-demand 2130Gi'],
    ],
    [
      'are whole where half excludes a type that is named',
      {
        preset: 'gpu',
        limits: { memory: '3000Gi' },
        instanceFamilies: ['p5'],
        requirements: [
          {
            key: 'node.kubernetes.io/instance-type',
            operator: 'In',
            values: ['p5.48xlarge'],
          },
        ],
      },
      ['gpu on-demand 3000Gi'],
    ],
    [
      'are shared out where the family has a smaller type',
      {
        preset: 'gpu',
        limits: { memory: '3000Gi' },
        instanceFamilies: ['p5'],
      },
      ['gpu on-demand 1500Gi', 'gpu-spot spot 1500Gi'],
    ],
    [
      'are shared out where not even the whole is enough',
      { preset: 'gpu', limits: { memory: '800Gi' }, instanceFamilies: ['p4d'] },
      ['gpu on-demand 400Gi', 'gpu-spot spot 400Gi'],
    ],
    [
      'are shared out where categories are allowed and nothing is named',
      { preset: 'general', preferOnDemand: true, limits: { memory: '8Gi' } },
      ['gpu on-demand 4Gi', 'gpu-spot spot 4Gi'],
    ],
  ])('%s', (_, pool, expected) => {
    expect(poolsOf(pool)).toEqual(expected);
  });

  it('are explained by a warning', () => {
    expect(warningsOf({ preset: 'gpu' })).toContainEqual(
      expect.stringContaining(
        'limits-shared: Pool gpu becomes two, and its limits are shared out: gpu (on-demand) gets cpu 250, memory 2000Gi',
      ),
    );
    expect(
      warningsOf({ preset: 'gpu', limits: { memory: '2000Gi' } }),
    ).toContainEqual(
      'limits-not-shared: Pool gpu prefers on-demand and allows spot, but half of its limits would exclude what it names: on-demand gets all of memory 2000Gi, and there is no pool for spot. Raise the limits to have both.',
    );
  });

  it('name the types that can never launch, and why', () => {
    expect(
      warningsOf({
        preset: 'gpu',
        instanceFamilies: ['p5', 'g5'],
        limits: { memory: '3000Gi', 'nvidia.com/gpu': '8' },
      }).filter(text => text.startsWith('types-beyond-limits')),
    ).toEqual([
      'types-beyond-limits: Pool gpu never launches some of what it names. p5.48xlarge (1895Gi): more than its limit of memory 1500Gi; g5.48xlarge (8): more than its limit of nvidia.com/gpu 4.',
      'types-beyond-limits: Pool gpu-spot never launches some of what it names. p5.48xlarge (1895Gi): more than its limit of memory 1500Gi; g5.48xlarge (8): more than its limit of nvidia.com/gpu 4.',
    ]);
    expect(
      warningsOf({ preset: 'gpu' }).filter(text =>
        text.startsWith('types-beyond-limits'),
      ),
    ).toEqual([]);
    expect(
      warningsOf({ preset: 'general', limits: { memory: '1Gi' } }),
    ).toContainEqual(
      'limits-below-any-type: Pool gpu can never launch a node: each of its instance types exceeds the limits memory 1Gi.',
    );
  });
});

describe('a new cluster', () => {
  it.each<[string, Pool, string]>([
    [
      'whose limits are below all that a family has',
      { preset: 'gpu', limits: { memory: '1000Gi' } },
      'spec.karpenter.nodePools[0].limits.memory: "1000Gi" never launches p4d, which the pool names; the least that works is "1066Gi"',
    ],
    [
      'whose limits are too low in several ways',
      {
        preset: 'gpu',
        instanceFamilies: ['p4d', 'g5'],
        limits: { cpu: '2', 'nvidia.com/gpu': '4' },
      },
      'spec.karpenter.nodePools[0].limits.cpu: "2" never launches p4d, g5, which the pool names; the least that works is "96"\nspec.karpenter.nodePools[0].limits["nvidia.com/gpu"]: "4" never launches p4d, which the pool names; the least that works is "8"',
    ],
    [
      'whose pool allows nothing but tiny sizes',
      {
        preset: 'custom',
        instanceFamilies: ['t3'],
        requirements: [
          {
            key: 'karpenter.k8s.aws/instance-size',
            operator: 'In',
            values: ['nano', 'micro'],
          },
        ],
      },
      'spec.karpenter.nodePools[0]: allows only types that have addresses for a few pods',
    ],
  ])('%s is refused, one that exists is warned', (_, pool, message) => {
    const spec = withPool(pool);
    expect(collectClusterSpecIssues(spec)).toEqual([]);
    expect(() => renderCluster(spec)).toThrow(message);
    const { warnings } = renderCluster(spec, { before });
    for (const line of message.split('\n')) {
      expect(warnings.map(each => each.message)).toContainEqual(
        expect.stringContaining(line),
      );
    }
  });

  it('is told the least that works, and that works', () => {
    for (const memory of ['1066Gi', '2132Gi']) {
      expect(() =>
        renderCluster(withPool({ preset: 'gpu', limits: { memory } })),
      ).not.toThrow();
    }
    expect(() =>
      renderCluster(withPool({ preset: 'gpu', limits: { memory: '1065Gi' } })),
    ).toThrow('the least that works is "1066Gi"');
  });
});
