import fc from 'fast-check';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import {
  awsRegions,
  versionProfileNames,
} from '@clusterworks/plugin-clusters-spec';

/** Keys that are absent in half of the specs. */
function some<T extends object>(parts: {
  [Key in keyof T]: fc.Arbitrary<T[Key]>;
}): fc.Arbitrary<Partial<T>> {
  return fc.record(parts, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
}

const name = (longest: number) =>
  fc
    .stringMatching(/^[a-z]([-a-z0-9]{0,14}[a-z0-9])?$/)
    .filter(text => text.length <= longest && text !== 'default');

/** Texts that break code which quotes by hand. */
const nasty = fc.oneof(
  fc.constantFrom(
    'yes',
    'null',
    '~',
    '1.30',
    '0x10',
    '${jndi}',
    '%{ if true }',
    "it's",
    '- a',
    '*x',
    '&x',
    '!x',
    'a: b',
    '#',
    '"',
    '\\',
    '`id`',
    '$(id)',
    '{{ .x }}',
    '',
  ),
  fc.string({ unit: 'grapheme' }),
);

const tags = fc.dictionary(
  fc
    .stringMatching(/^[A-Za-z][\w .:/=+@-]{0,20}$/)
    .filter(
      key =>
        !/^(aws:|eks:|kubernetes\.io|karpenter)/.test(key) &&
        key.trim() === key,
    ),
  fc.stringMatching(/^[\w .:/=+@-]{0,20}$/),
  { maxKeys: 3 },
);

const label = fc.stringMatching(/^[a-z]([-a-z0-9_.]{0,8}[a-z0-9])?$/);

const pool = (index: number) =>
  fc.record(
    {
      name: fc.constant(`pool${index}`),
      preset: fc.constantFrom('general' as const, 'gpu' as const),
      architectures: fc.uniqueArray(
        fc.constantFrom('amd64' as const, 'arm64' as const),
        { minLength: 1 },
      ),
      instanceCategories: fc.uniqueArray(fc.constantFrom('m', 'c', 'r', 't'), {
        minLength: 1,
      }),
      minGeneration: fc.integer({ min: 1, max: 9 }),
      capacityTypes: fc.constantFrom(
        ['spot' as const, 'on-demand' as const],
        ['on-demand' as const, 'spot' as const],
      ),
      preferOnDemand: fc.boolean(),
      limits: fc.dictionary(
        fc.constantFrom('cpu', 'memory', 'nodes', 'nvidia.com/gpu'),
        fc.constantFrom('0', '1', '7', '1001', '250m', '3Gi', '1.5Ti', '1e3'),
      ),
      labels: fc.dictionary(
        label.map(key => `example.com/${key}`),
        label,
        { maxKeys: 2 },
      ),
      taints: fc.array(
        fc.record({
          key: label.map(key => `example.com/${key}`),
          value: label,
          effect: fc.constantFrom(
            'NoSchedule' as const,
            'PreferNoSchedule' as const,
            'NoExecute' as const,
          ),
        }),
        { maxLength: 2 },
      ),
      weight: fc.integer({ min: 2, max: 100 }),
      expireAfter: fc.constantFrom('Never', '24h', '1h30m'),
    },
    { requiredKeys: ['name'] },
  );

/**
 * Any valid spec. Names come from a small set, so that name collisions are
 * tested too.
 */
export const anySpec: fc.Arbitrary<ClusterSpec> = fc
  .record({
    metadata: fc.record(
      {
        name: name(32),
        owner: fc.constant('group:default/platform'),
        description: nasty,
        system: fc.constantFrom(
          'payments',
          'system:default/on',
          '1.30',
          'null',
        ),
      },
      { requiredKeys: ['name', 'owner'] },
    ),
    region: fc.constantFrom(...awsRegions.map(region => region.name)),
    environment: name(32),
    octet: fc.nat(255),
    optional: some<Record<string, unknown>>({
      tags,
      versions: fc
        .constantFrom(...versionProfileNames)
        .map(profile => ({ profile })),
      systemNodes: fc
        .integer({ min: 1, max: 5 })
        .map(min => ({ min, max: min + 1 })),
      cilium: some<Record<string, unknown>>({
        prefixDelegation: fc.boolean(),
        encryption: fc.constantFrom('none', 'wireguard'),
        hubble: fc.boolean(),
        clusterMesh: fc.integer({ min: 1, max: 127 }).map(id => ({
          enabled: true,
          id,
          peers: id % 2 ? ['peer-one'] : [],
        })),
        networkPolicies: fc.constantFrom('none', 'baseline'),
      }),
      karpenter: fc
        .integer({ min: 1, max: 3 })
        .chain(count =>
          fc
            .tuple(...Array.from({ length: count }, (_, index) => pool(index)))
            .map(nodePools => ({ nodePools })),
        ),
      observability: fc.record({
        serviceMonitors: fc.boolean(),
        dashboards: fc.boolean(),
      }),
      hardening: fc.record({
        guardDuty: fc.boolean(),
        podDisruptionBudgets: fc.boolean(),
      }),
      gitops: fc.boolean().map(argocd => ({ argocd })),
      decommission: nasty.map(reason => ({ stage: 'draining', reason })),
    }),
    publicNodes: fc.boolean(),
  })
  .map(
    ({ metadata, region, environment, octet, optional, publicNodes }) =>
      ({
        apiVersion: 'clusterworks.dev/v1alpha1',
        kind: 'Cluster',
        metadata,
        spec: {
          environment,
          region,
          network: {
            vpcCidr: `10.${octet}.0.0/16`,
            nodesInPublicSubnets: publicNodes,
          },
          ...optional,
        },
      } as ClusterSpec),
  );
