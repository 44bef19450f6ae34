import { ciliumEndpoint } from './ciliumEndpoint';
import { ciliumIdentity } from './ciliumIdentity';
import { ciliumNode } from './ciliumNode';
import { configMap } from './configMap';
import { customResourceDefinition } from './customResourceDefinition';
import { daemonSet } from './daemonSet';
import { deployment } from './deployment';
import { ec2NodeClass } from './ec2NodeClass';
import { event } from './event';
import type { FactsOf, Kind } from './Kind';
import { lease } from './lease';
import { node } from './node';
import { nodeClaim } from './nodeClaim';
import { nodePool } from './nodePool';
import { pod } from './pod';
import { podDisruptionBudget } from './podDisruptionBudget';

/** Holds the compiler to it that each kind stands under its own resource. */
function byResource<T extends { [R in keyof T]: { resource: R } }>(
  kinds: T,
): T {
  return kinds;
}

/**
 * The kinds that a judgement is made from, in reading order.
 *
 * @public
 */
export const kinds = byResource({
  nodes: node,
  nodepools: nodePool,
  nodeclaims: nodeClaim,
  ec2nodeclasses: ec2NodeClass,
  ciliumnodes: ciliumNode,
  deployments: deployment,
  daemonsets: daemonSet,
  leases: lease,
  configmaps: configMap,
  pods: pod,
  events: event,
  ciliumendpoints: ciliumEndpoint,
  ciliumidentities: ciliumIdentity,
  poddisruptionbudgets: podDisruptionBudget,
  customresourcedefinitions: customResourceDefinition,
});

/**
 * Name of a source: the resource that its objects are read as.
 *
 * @public
 */
export type SourceName = keyof typeof kinds;

/** The facts that are kept of each kind, by the name of its source. */
export type FactsBySource = {
  [S in SourceName]: FactsOf<(typeof kinds)[S]>;
};

/** Names of all sources, in reading order. */
export const sourceNames = Object.values(kinds).map(({ resource }) => resource);

/**
 * All kinds, in reading order.
 *
 * @public
 */
export const allKinds: readonly Kind<SourceName>[] = Object.values(kinds);

const byName = new Map<string, Kind<SourceName>>(
  allKinds.flatMap(kind => [
    [kind.resource, kind],
    [kind.groupResource, kind],
  ]),
);

/**
 * The kind that a resource name stands for: `nodepools.karpenter.sh` and
 * `nodepools` both give the NodePools; undefined for a kind that is not read.
 */
export function kindNamed(resource: string): Kind<SourceName> | undefined {
  return byName.get(resource);
}
