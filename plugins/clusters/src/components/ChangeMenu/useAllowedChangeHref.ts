import { usePermission } from '@backstage/plugin-permission-react';
import { clusterChangePermissions } from '@clusterworks/plugin-clusters-common';
import { type OfferedChange, useChangeHref } from './useChangeHref';

/**
 * The address of the form for one change; undefined where no template is bound,
 * or where the user may not make this change.
 */
export function useAllowedChangeHref(
  change: OfferedChange,
): string | undefined {
  const hrefOf = useChangeHref();
  const { allowed } = usePermission({
    permission: clusterChangePermissions[change.operation],
    resourceRef: change.cluster,
  });
  return allowed ? hrefOf?.(change) : undefined;
}
