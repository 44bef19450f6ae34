import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Permission to propose the files of a platform repository that belong to no
 * cluster: workflows, and what all clusters share.
 *
 * @public
 */
export const platformUpdatePermission = createPermission({
  name: 'clusters.platform.update',
  attributes: { action: 'update' },
});
