import { NotAllowedError } from '@backstage/errors';
import {
  type ClusterChangeOperation,
  clusterChangePermissions,
} from '@clusterworks/plugin-clusters-common';

/**
 * Checks that a caller may do all operations that a change needs.
 *
 * @throws NotAllowedError that names every permission that is missing
 *
 * @public
 */
export function checkAllowed(
  cluster: string,
  wanted: readonly ClusterChangeOperation[],
  allowed: readonly ClusterChangeOperation[],
): void {
  const refused = wanted.filter(operation => !allowed.includes(operation));
  if (refused.length > 0) {
    throw new NotAllowedError(
      `Not allowed to change ${cluster}: ${refused
        .map(operation => clusterChangePermissions[operation].name)
        .join(', ')}`,
    );
  }
}
