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
import { volumeAttachment } from './volumeAttachment';

/**
 * Makes the compiler check that each kind stands under its own resource name.
 */
function byResource<T extends { [R in keyof T]: { resource: R } }>(
  kinds: T,
): T {
  return kinds;
}

/**
 * The kinds that an assessment reads, in reading order.
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
  volumeattachments: volumeAttachment,
});

/**
 * Name of a source: the name of the resource that is read.
 *
 * @public
 */
export type SourceName = keyof typeof kinds;

/** The facts of each kind, by the name of its source. */
export type FactsBySource = {
  [S in SourceName]: FactsOf<(typeof kinds)[S]>;
};

/** The names of all sources, in reading order. */
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
 * The kind for a resource name: both `nodepools.karpenter.sh` and `nodepools`
 * give the NodePools; undefined for a kind that is not read.
 */
export function kindNamed(resource: string): Kind<SourceName> | undefined {
  return byName.get(resource);
}
