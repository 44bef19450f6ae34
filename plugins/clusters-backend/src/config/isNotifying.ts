import type { RootConfigService } from '@backstage/backend-plugin-api';

/** Whether people are notified, which `clusters.notifications.enabled` decides. */
export function isNotifying(root: RootConfigService): boolean {
  return root.getOptionalBoolean('clusters.notifications.enabled') ?? true;
}
