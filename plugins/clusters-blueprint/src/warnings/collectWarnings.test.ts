import {
  ClusterSpec,
  resolveClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { specs } from '../__testUtils__/specs';
import { collectWarnings } from './collectWarnings';

const codes = (spec: ClusterSpec, today?: string) =>
  collectWarnings(resolveClusterSpec(spec), today).map(({ code }) => code);
const withParts = (parts: Partial<ClusterSpec['spec']>): ClusterSpec => ({
  ...specs.minimal,
  spec: { ...specs.minimal.spec, ...parts },
});

describe('collectWarnings', () => {
  it.each<[string, string[]]>([
    ['minimal', ['endpoint-needs-route']],
    [
      'seed',
      [
        'seed-profile',
        'version-untested',
        'endpoint-needs-route',
        'limits-shared',
      ],
    ],
    ['mesh-alone', ['endpoint-needs-route', 'mesh-without-peers']],
    ['china-public', ['nodes-in-public-subnets']],
    ['argocd', ['endpoint-needs-route', 'argocd-hub-required']],
    ['hardened', ['endpoint-needs-route', 'vpc-small']],
    [
      'many-pools',
      [
        'endpoint-needs-route',
        'single-system-node',
        'types-left-out',
        'pool-without-limits',
        'limits-shared',
        'limits-below-any-type',
        'limits-below-any-type',
      ],
    ],
  ])('of %s: %j', (name, expected) => {
    expect(codes(specs[name])).toEqual(expected);
  });

  it.each<[string, Partial<ClusterSpec['spec']>, string]>([
    [
      'prefixes with Cilium 1.20',
      { versions: { profile: 'latest' }, cilium: { prefixDelegation: true } },
      'prefix-delegation-multipool',
    ],
    [
      'an instance type that does not exist',
      { systemNodes: { instanceTypes: ['m6i.lagre'] } },
      'unknown-instance-type',
    ],
    [
      'a pool that fits no type',
      {
        karpenter: {
          nodePools: [
            { name: 'x', preset: 'custom', instanceFamilies: ['g5g2'] },
          ],
        },
      },
      'pool-without-types',
    ],
    [
      'a custom pool with GPUs',
      {
        karpenter: {
          nodePools: [
            { name: 'x', preset: 'custom', instanceFamilies: ['g6'] },
          ],
        },
      },
      'pool-with-gpus',
    ],
  ])('of %s', (_, parts, code) => {
    expect(codes(withParts(parts))).toContain(code);
  });

  it('speaks of support only with a date', () => {
    expect(codes(specs.seed, '2026-11-27')).toEqual(
      expect.arrayContaining(['support-ended']),
    );
    expect(codes(specs.seed)).not.toContain('support-ended');
  });
});
