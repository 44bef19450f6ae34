import type { ClusterView } from '@clusterworks/plugin-clusters-common';

/** What was seen of a cluster that git may want otherwise. */
export interface SeenFacts {
  /** Regions of its nodes. */
  regions: string[];
  /** Ranges of the subnets of its nodes. */
  subnets: string[];
  /** Names of its NodePools; absent when they were not read. */
  pools?: string[];
  /** Releases of its node images, YYYY-MM-DD; absent when not read. */
  images?: string[];
  /** Its EC2NodeClasses and the tags of their nodes; absent when not read. */
  nodeClasses?: { name: string; tags: Record<string, string> }[];
}

/** Picks from a view what is compared with git. */
export function seenFacts({
  karpenter,
  cilium,
  nodeList = [],
}: ClusterView): SeenFacts {
  const { state, nodePools, nodeClasses } = karpenter;
  return {
    // A cluster has thousands of nodes, but only a few zones.
    regions: sorted(
      [...new Set(nodeList.map(({ zone }) => zone))].flatMap(
        zone => regionOf(zone) ?? [],
      ),
    ),
    subnets: sorted((cilium.subnets ?? []).flatMap(({ cidr }) => cidr ?? [])),
    ...(state === 'ok' && { pools: sorted(nodePools.map(({ name }) => name)) }),
    ...(nodeClasses && {
      images: sorted(
        nodeClasses.flatMap(({ amis }) =>
          amis.flatMap(({ releasedOn }) => releasedOn ?? []),
        ),
      ),
      nodeClasses: nodeClasses.map(({ name, tags = {} }) => ({ name, tags })),
    }),
  };
}

function sorted(values: string[]): string[] {
  return [...new Set(values)].sort();
}

/** `us-west-2` of `us-west-2a` and of the local zone `us-west-2-lax-1a`. */
function regionOf(zone: string | undefined): string | undefined {
  return /^[a-z]{2}(?:-[a-z]+)+-\d+(?=[a-z]|-)/.exec(zone ?? '')?.[0];
}
