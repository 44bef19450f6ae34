import type { ClusterChangeOperation } from '@clusterworks/plugin-clusters-common';
import {
  type ClusterSpec,
  MAX_CLUSTER_FILE_BYTES,
  readClusterSpecYaml,
} from '@clusterworks/plugin-clusters-spec';
import type { BaseBranch } from './BaseBranch';
import { operationsNeeded } from './checkChange';
import type { ClusterOperation } from './ClusterOperation';
import { specPathOf } from './ClusterPlace';

/**
 * Throws when the requester may not do one of the operations on the cluster
 * that the base branch has. Never called for a new cluster.
 *
 * @public
 */
export type AuthorizeChange = (
  operations: ClusterChangeOperation[],
) => Promise<void>;

/**
 * Asks whether the requester may make a change. Called before the change is
 * planned, on the same commit: nothing about the files in git is said to
 * somebody without the right, and nobody can change the cluster in between.
 */
export async function checkRights(
  after: ClusterSpec,
  base: BaseBranch,
  options: { operation: ClusterOperation; authorize: AuthorizeChange },
): Promise<void> {
  const path = specPathOf({
    environment: after.spec.environment,
    name: after.metadata.name,
  });
  // A cluster to be created that exists already is refused later.
  if (options.operation === 'create' || base.versionOf(path) === undefined) {
    return;
  }
  const text =
    base.sizeOf(path) <= MAX_CLUSTER_FILE_BYTES
      ? await base.readFile(path)
      : undefined;
  const { spec: before } = readClusterSpecYaml(text ?? '');
  await options.authorize(operationsNeeded(options.operation, before, after));
}
