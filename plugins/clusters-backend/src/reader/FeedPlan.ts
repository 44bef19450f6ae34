import {
  clusterResources,
  type ClusterResource,
} from '@clusterworks/plugin-clusters-common';

/** How one kind of object is read. */
export interface FeedPlan {
  resource: ClusterResource;
  /** Reads one namespace only. */
  namespace?: string;
  fieldSelector?: string;
  /** Lists again every so often instead of watching. */
  pollMs?: number;
  /** Most objects per page, where they are larger than others. */
  pageSize?: number;
}

/**
 * How each kind is read, apart from a plain list and watch.
 *
 * - `leases` change every two seconds on purpose: listing the few that are not
 *   heartbeats of nodes is far cheaper than following them.
 * - `configmaps` may hold anything; only Cilium's configuration is asked for,
 *   by name, so that the ClusterRole need not allow more.
 * - definitions are large and rarely change.
 * - a Node names all images that it holds: in small pages the server packs the
 *   next while we read this one.
 */
const special: Record<string, Omit<FeedPlan, 'resource'>> = {
  configmaps: {
    namespace: 'kube-system',
    fieldSelector: 'metadata.name=cilium-config',
  },
  'customresourcedefinitions.apiextensions.k8s.io': { pollMs: 600_000 },
  nodes: { pageSize: 125 },
  'leases.coordination.k8s.io': {
    fieldSelector: 'metadata.namespace!=kube-node-lease',
    pollMs: 25_000,
  },
};

/** One plan for every kind that a judgement is made from. */
export const feedPlans: readonly FeedPlan[] = clusterResources.map(
  resource => ({ resource, ...special[resource.resource] }),
);

/** The path of a kind on an API server. */
export function pathOf(plan: FeedPlan, version: string): string {
  const { group, plural } = plan.resource;
  const root = group ? `/apis/${group}/${version}` : `/api/${version}`;
  const namespace = plan.namespace ? `/namespaces/${plan.namespace}` : '';
  return `${root}${namespace}/${plural}`;
}
