import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { PortalPolicy } from './PortalPolicy';

/** Sets the policy of this portal; its groups come from the configuration. */
export const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'portal-policy',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        policy: policyExtensionPoint,
      },
      async init({ config, policy }) {
        const groups =
          config.getOptionalStringArray('permission.platformGroups') ?? [];
        policy.setPolicy(new PortalPolicy(groups));
      },
    });
  },
});
