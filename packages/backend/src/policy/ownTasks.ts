import {
  isResourcePermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import { RESOURCE_TYPE_SCAFFOLDER_TASK } from '@backstage/plugin-scaffolder-common/alpha';

/**
 * Allows only the tasks that the user started; undefined for other
 * permissions.
 */
export function ownTasks(
  { permission }: PolicyQuery,
  { info }: PolicyQueryUser,
): PolicyDecision | undefined {
  return isResourcePermission(permission, RESOURCE_TYPE_SCAFFOLDER_TASK)
    ? createScaffolderTaskConditionalDecision(
        permission,
        scaffolderTaskConditions.isTaskOwner({
          createdBy: [info.userEntityRef],
        }),
      )
    : undefined;
}
