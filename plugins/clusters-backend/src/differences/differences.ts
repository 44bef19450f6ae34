import type {
  Connection,
  ObservedVersions,
  SpecDifference,
} from '@clusterworks/plugin-clusters-common';
import {
  type Cidr,
  cidrContains,
  tryParseCidr,
} from '@clusterworks/plugin-clusters-spec';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { SeenFacts } from './seenFacts';

const MAX_TEXT = 300;
const COMPONENTS = ['kubernetes', 'karpenter', 'cilium'] as const;

type Part = SpecDifference['part'];

/**
 * Where the description of a cluster is not as git wants it: the entity is of
 * older files, there is no entity, or its API server does not exist.
 */
export function describedDifferences(
  { problem, source }: Pick<KnownCluster, 'problem' | 'source'>,
  { state, message = '' }: Connection,
): SpecDifference[] {
  const entity = (seen: string): SpecDifference => ({
    ...{ part: 'entity', state: 'differs' },
    wanted: 'an entity that describes the cluster as git does',
    seen: seen.slice(0, MAX_TEXT),
  });
  if (problem) {
    return [entity(problem)];
  }
  if (source === 'configuration') {
    return [entity('a cluster of the configuration, without an entity')];
  }
  return state === 'unreachable' && message.includes('host name is not known')
    ? [entity('an entity without a cluster: its API server has no address')]
    : [];
}

/**
 * Where a running cluster is not as git wants it. Pure. What git does not say
 * is not compared, and what was not seen is unknown.
 */
export function seenDifferences(
  cluster: Pick<
    KnownCluster,
    | 'desired'
    | 'region'
    | 'ranges'
    | 'rangesUnknown'
    | 'wantedPools'
    | 'wantedImages'
    | 'wantedTags'
  >,
  versions: ObservedVersions,
  seen: SeenFacts,
): SpecDifference[] {
  const { desired, region, ranges, wantedPools, wantedImages } = cluster;
  const { wantedTags = {} } = cluster;
  return [
    ...COMPONENTS.flatMap(component =>
      compare(component, desired[component], versions[component], isVersion),
    ),
    ...compare('region', region, listed(seen.regions)),
    ...compareAddresses(cluster.rangesUnknown ? [] : ranges, seen.subnets),
    ...compare('pools', listed(wantedPools), listed(seen.pools)),
    ...compare('images', wantedImages, listed(seen.images), isRelease),
    ...compareTags(wantedTags, seen.nodeClasses),
  ];
}

function compare(
  part: Part,
  wanted: string | undefined,
  seen: string | undefined,
  isSame = (one: string, other: string) => one === other,
): SpecDifference[] {
  if (!wanted || (seen && isSame(wanted, seen))) {
    return [];
  }
  return [
    {
      part,
      state: seen ? 'differs' : 'unknown',
      wanted: wanted.slice(0, MAX_TEXT),
      ...(seen && { seen: seen.slice(0, MAX_TEXT) }),
    },
  ];
}

/** EKS reports 1.35.4 where the spec says 1.35. */
function isVersion(wanted: string, seen: string): boolean {
  return seen === wanted || seen.startsWith(`${wanted}.`);
}

/** The release `v20261112` is that of 2026-11-12. */
function isRelease(wanted: string, seen: string): boolean {
  return wanted.replace(/^v/, '') === seen.replaceAll('-', '');
}

/** Subnets outside of the ranges that git knows. */
function compareAddresses(
  ranges: KnownCluster['ranges'],
  subnets: readonly string[],
): SpecDifference[] {
  const known = ranges
    .filter(({ kind }) => kind === 'vpc' || kind === 'secondary')
    .flatMap(({ cidr }): readonly Cidr[] => {
      const parsed = tryParseCidr(cidr);
      return parsed ? [parsed] : [];
    });
  if (known.length === 0) {
    return [];
  }
  const wanted = listed(ranges.map(({ cidr }) => cidr));
  const outside = subnets.filter(text => {
    const subnet = tryParseCidr(text);
    return subnet && !known.some(range => cidrContains(range, subnet));
  });
  return subnets.length > 0 && outside.length === 0
    ? []
    : compare('addresses', wanted, listed(outside));
}

/**
 * Tags that nodes should carry and that an EC2NodeClass does not give them.
 * What it gives besides is not compared: each kind of pool has tags of its own.
 */
function compareTags(
  wanted: Record<string, string>,
  nodeClasses: SeenFacts['nodeClasses'],
): SpecDifference[] {
  const tags = Object.entries(wanted).sort();
  const written = (some: typeof tags) =>
    listed(some.map(([key, value]) => `${key}=${value}`));
  if (!nodeClasses || nodeClasses.length === 0) {
    return compare('tags', written(tags), undefined);
  }
  const faults = nodeClasses.flatMap(nodeClass =>
    tags
      .filter(([key, value]) => tagOf(nodeClass, key) !== value)
      .map(tag => ({ nodeClass, tag })),
  );
  const missed = tags.filter(tag => faults.some(fault => fault.tag === tag));
  const found = faults.map(({ nodeClass, tag: [key] }) => {
    const value = tagOf(nodeClass, key);
    const what = value === undefined ? `no ${key}` : `${key}=${value}`;
    return `${nodeClass.name}: ${what}`;
  });
  return compare('tags', written(missed), listed(found));
}

function tagOf(
  { tags }: { tags: Record<string, string> },
  key: string,
): string | undefined {
  return Object.hasOwn(tags, key) ? tags[key] : undefined;
}

function listed(values: readonly string[] | undefined): string | undefined {
  return values && values.length > 0 ? values.join(', ') : undefined;
}
