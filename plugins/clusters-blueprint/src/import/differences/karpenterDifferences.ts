import { kinds, type Snapshot } from '@clusterworks/plugin-clusters-health';
import {
  type ResolvedClusterSpec,
  tryParseQuantity,
} from '@clusterworks/plugin-clusters-spec';
import { isDeepStrictEqual } from 'node:util';
import { karpenterManifests } from '../../karpenter/karpenterOverlay';
import type { ImportDifference } from '../ImportDifference';
import type { ClassFacts, PoolFacts } from '../ImportFacts';

/** A field that is compared, with what Kubernetes sets where it is absent. */
type Compared<T> = {
  field: string;
  of(facts: T): unknown;
  /** Whether Karpenter replaces the nodes when the field changes. */
  replaces?: boolean;
};

/** A list whose order means nothing. */
function asSet(list: readonly unknown[]): unknown[] {
  return list
    .map(each => JSON.stringify(each))
    .sort()
    .map(each => JSON.parse(each));
}

function amounts(map: Record<string, string>): [string, string][] {
  return Object.entries(map)
    .map(([key, text]): [string, string] => [
      key,
      String(tryParseQuantity(text)?.nano ?? text),
    ])
    .sort();
}

const sorted = (map: Record<string, string>) => Object.entries(map).sort();

const poolFields: readonly Compared<PoolFacts>[] = [
  { field: 'weight', of: pool => pool.weight ?? 0 },
  { field: 'replicas', of: pool => pool.replicas },
  { field: 'limits', of: pool => amounts(pool.limits) },
  {
    field: 'nodeClassRef.name',
    of: pool => pool.nodeClass.name,
    replaces: true,
  },
  {
    field: 'requirements',
    of: pool =>
      asSet(
        pool.requirements.map(each => ({
          ...each,
          values: [...each.values].sort(),
        })),
      ),
  },
  { field: 'taints', of: pool => asSet(pool.taints), replaces: true },
  {
    field: 'startupTaints',
    of: pool => asSet(pool.startupTaints),
    replaces: true,
  },
  { field: 'labels', of: pool => sorted(pool.templateLabels), replaces: true },
  {
    field: 'expireAfter',
    of: pool => pool.expireAfter ?? '720h',
    replaces: true,
  },
  {
    field: 'terminationGracePeriod',
    of: pool => pool.terminationGracePeriod,
    replaces: true,
  },
  { field: 'consolidateAfter', of: pool => pool.consolidateAfter ?? '0s' },
  {
    field: 'consolidationPolicy',
    of: pool => pool.consolidationPolicy ?? 'WhenEmptyOrUnderutilized',
  },
  {
    field: 'budgets',
    of: pool => asSet(pool.budgets ?? [{ nodes: '10%' }]),
  },
];

const classFields: readonly Compared<ClassFacts>[] = [
  { field: 'role', of: each => each.role, replaces: true },
  {
    field: 'instanceProfile',
    of: each => each.instanceProfile,
    replaces: true,
  },
  { field: 'amiSelectorTerms', of: each => each.amiAliases, replaces: true },
  { field: 'tags', of: each => sorted(each.tags), replaces: true },
  { field: 'kubelet.maxPods', of: each => each.maxPods, replaces: true },
  {
    field: 'kubelet.podsPerCore',
    of: each => each.podsPerCore,
    replaces: true,
  },
  {
    field: 'kubelet.systemReserved',
    of: each => amounts(each.systemReserved),
    replaces: true,
  },
  {
    field: 'kubelet.kubeReserved',
    of: each => amounts(each.kubeReserved),
    replaces: true,
  },
  {
    field: 'blockDeviceMappings',
    of: each => each.blockDevices,
    replaces: true,
  },
  { field: 'subnetSelectorTerms', of: each => asSet(each.subnetTerms ?? []) },
  {
    field: 'securityGroupSelectorTerms',
    of: each => asSet(each.securityGroupTerms),
  },
  {
    field: 'associatePublicIPAddress',
    of: each => each.publicAddresses ?? false,
    replaces: true,
  },
  {
    field: 'metadataOptions',
    of: each => ({
      httpTokens: each.httpTokens ?? 'required',
      httpPutResponseHopLimit: each.hopLimit ?? 1,
    }),
    replaces: true,
  },
];

const LONGEST_VALUE = 300;

function shown(value: unknown): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value);
  return text.length > LONGEST_VALUE
    ? `${text.slice(0, LONGEST_VALUE)}…`
    : text;
}

function without(
  list: readonly unknown[],
  others: readonly unknown[],
): unknown[] {
  return list.filter(
    each => !others.some(other => isDeepStrictEqual(each, other)),
  );
}

/** How two values differ; of lists only what differs. */
function sayDifference(is: unknown, rendered: unknown): string {
  if (!Array.isArray(is) || !Array.isArray(rendered)) {
    return `is ${shown(is)}; the blueprint renders ${shown(rendered)}`;
  }
  const [more, missing] = [without(is, rendered), without(rendered, is)];
  return [
    ...(more.length > 0
      ? [`has ${shown(more)}, which the blueprint does not render`]
      : []),
    ...(missing.length > 0
      ? [`lacks ${shown(missing)}, which the blueprint renders`]
      : []),
  ].join(' and ');
}

function compare<T>(
  what: string,
  fields: readonly Compared<T>[],
  is: T,
  rendered: T,
): ImportDifference[] {
  return fields
    .filter(({ of }) => !isDeepStrictEqual(of(is), of(rendered)))
    .map(({ field, of, replaces }) => ({
      what: `${what} ${field}`,
      message: `${sayDifference(of(is), of(rendered))}${
        replaces ? '; the change replaces the nodes' : ''
      }`,
    }));
}

/** The rendered NodePools and NodeClasses, read as those of a cluster. */
function renderedFacts(resolved: ResolvedClusterSpec) {
  const manifests = karpenterManifests(resolved);
  return {
    pools: manifests
      .filter(({ kind }) => kind === 'NodePool')
      .flatMap(each => kinds.nodepools.project(each) ?? []),
    classes: new Map(
      manifests
        .filter(({ kind }) => kind === 'EC2NodeClass')
        .flatMap(each => kinds.ec2nodeclasses.project(each) ?? [])
        .map(each => [each.name, each]),
    ),
  };
}

function classDifferences(
  pool: PoolFacts,
  is: ClassFacts | undefined,
  rendered: ClassFacts | undefined,
): ImportDifference[] {
  if (!is || !rendered) {
    return [];
  }
  const what = `EC2NodeClass/${is.name} of NodePool/${pool.name}`;
  if (is.subnetTerms === undefined) {
    return [
      {
        what,
        message:
          'was captured by a release that does not keep disks and kubelet settings, so these are not compared: capture it anew',
      },
    ];
  }
  return compare(what, classFields, is, rendered);
}

/**
 * What the blueprint renders for Karpenter in another way than the cluster has
 * it. User data is not compared: it is not captured.
 */
export function karpenterDifferences(
  resolved: ResolvedClusterSpec,
  { resources }: Snapshot,
): ImportDifference[] {
  const rendered = renderedFacts(resolved);
  const classes = new Map(
    resources.ec2nodeclasses.items.map(each => [each.name, each]),
  );
  const names = new Set(resources.nodepools.items.map(({ name }) => name));
  const seen = new Set<string>();
  return [
    ...rendered.pools.flatMap(pool => {
      const is = resources.nodepools.items.find(
        ({ name }) => name === pool.name,
      );
      if (!is) {
        return [];
      }
      const isClass = classes.get(is.nodeClass.name ?? '');
      const wanted = rendered.classes.get(pool.nodeClass.name ?? '');
      const pair = `${isClass?.name} ${wanted?.name}`;
      const isNew = !seen.has(pair);
      seen.add(pair);
      return [
        ...compare(`NodePool/${pool.name}`, poolFields, is, pool),
        ...(isNew ? classDifferences(pool, isClass, wanted) : []),
      ];
    }),
    ...rendered.pools
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => ({
        what: `NodePool/${name}`,
        message: 'is rendered, but the cluster has none',
      })),
  ];
}
