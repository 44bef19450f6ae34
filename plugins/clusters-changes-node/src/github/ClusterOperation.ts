import {
  type ClusterChangeOperation,
  clusterOperations,
} from '@clusterworks/plugin-clusters-common';

/**
 * An operation of an action on a cluster. `update` may change any field; it is
 * for callers that have the whole spec.
 *
 * @public
 */
export type ClusterOperation = 'create' | 'update' | ClusterChangeOperation;

/** All operations; each has a branch of its own. */
export const operationNames: readonly ClusterOperation[] = [
  'create',
  'update',
  ...clusterOperations,
];

const titles: Record<ClusterOperation, string> = {
  create: 'Create cluster',
  update: 'Update cluster',
  edit: 'Change cluster',
  pool: 'Change node pools of cluster',
  upgrade: 'Upgrade cluster',
  images: 'Refresh node images of cluster',
  freeze: 'Freeze disruption in cluster',
  handover: 'Hand over cluster',
  decommission: 'Decommission cluster',
};

/** The title of the operation's pull request starts with this text. */
export function titleOf(operation: ClusterOperation): string {
  return titles[operation];
}
