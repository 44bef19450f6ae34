import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { resolveClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { settledValues, settleSpec } from '../settle';
import { specs } from '../__testUtils__/specs';
import { collectWarnings } from './collectWarnings';

/** Codes of a spec as a new cluster has it. */
const codes = (spec: ClusterSpec, today?: string) =>
  collectWarnings(
    resolveClusterSpec(settleSpec(spec, settledValues(spec, undefined))),
    today,
  ).map(({ code }) => code);
const withParts = (parts: Partial<ClusterSpec['spec']>): ClusterSpec => ({
  ...specs.minimal,
  spec: { ...specs.minimal.spec, ...parts },
});

describe('collectWarnings', () => {
  it.each<[string, string[]]>([
    ['minimal', ['endpoint-needs-route', 'pods-below-capacity']],
    [
      'seed',
      [
        'seed-profile',
        'version-untested',
        'endpoint-needs-route',
        'pods-below-capacity',
        'pods-below-capacity',
        'limits-shared',
      ],
    ],
    [
      'mesh-alone',
      ['endpoint-needs-route', 'mesh-without-peers', 'pods-below-capacity'],
    ],
    [
      'china-public',
      [
        'nodes-in-public-subnets',
        'pods-below-capacity',
        'registries-out-of-reach',
      ],
    ],
    [
      'argocd',
      ['endpoint-needs-route', 'pods-below-capacity', 'argocd-hub-required'],
    ],
    ['hardened', ['endpoint-needs-route', 'vpc-small', 'pods-below-capacity']],
    [
      'many-pools',
      [
        'endpoint-needs-route',
        'single-system-node',
        'types-left-out',
        'pods-below-capacity',
        'pods-below-capacity',
        'pods-below-capacity',
        'pods-below-capacity',
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
      'a mesh whose peers are not let in',
      { cilium: { clusterMesh: { enabled: true, id: 1, peers: ['other'] } } },
      'mesh-without-ranges',
    ],
    [
      'Bottlerocket, whose kubelet knows no density per core',
      {
        karpenter: {
          bottlerocketRelease: 'v1.50.0',
          nodePools: [{ name: 'x', amiFamily: 'bottlerocket' }],
        },
      },
      'pods-below-capacity',
    ],
    [
      'system nodes that do not hold Karpenter',
      { systemNodes: { instanceTypes: ['t3.small'] } },
      'system-nodes-small',
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

  it('warns about the end of support only with a date', () => {
    expect(codes(specs.seed, '2026-11-27')).toEqual(
      expect.arrayContaining(['support-ended']),
    );
    expect(codes(specs.seed)).not.toContain('support-ended');
  });
});
