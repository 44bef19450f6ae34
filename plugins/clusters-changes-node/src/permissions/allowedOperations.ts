import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type ClusterChangeOperation,
  clusterChangePermissions,
} from '@clusterworks/plugin-clusters-common';

/**
 * Those of the operations that the caller may do on a cluster.
 *
 * @public
 */
export async function allowedOperations<T extends ClusterChangeOperation>(
  cluster: string,
  operations: readonly T[],
  credentials: BackstageCredentials,
  permissions: PermissionsService,
): Promise<T[]> {
  const decisions = await permissions.authorize(
    operations.map(operation => ({
      permission: clusterChangePermissions[operation],
      resourceRef: cluster,
    })),
    { credentials },
  );
  return operations.filter(
    (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
  );
}
