import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Permission to see what is not delivered to other systems, of all clusters,
 * and to have it sent again.
 *
 * @public
 */
export const webhooksManagePermission = createPermission({
  name: 'clusters.webhooks.manage',
  attributes: { action: 'update' },
});
