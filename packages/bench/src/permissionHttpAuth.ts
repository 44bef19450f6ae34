import {
  coreServices,
  createServiceFactory,
  type HttpAuthService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/**
 * Test credentials that name the plugin which asks on behalf of a user. The
 * test tokens of plugins omit this, and the permission backend gives
 * conditions to plugins only.
 */
function withActor(httpAuth: HttpAuthService): HttpAuthService {
  return {
    issueUserCookie: (...parameters) => httpAuth.issueUserCookie(...parameters),
    credentials: async (request, options) => {
      const credentials = await httpAuth.credentials(request, options);
      const principal: unknown = credentials.principal;
      const user = (principal as { userEntityRef?: string }).userEntityRef;
      return user
        ? (mockCredentials.user(user, {
            actor: { subject: 'plugin:clusters' },
          }) as unknown as typeof credentials)
        : credentials;
    },
  };
}

/**
 * The caller; in the permission backend always a plugin on behalf of a user.
 */
export const permissionHttpAuth = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => {
    const httpAuth = mockServices.httpAuth({ pluginId: plugin.getId() });
    return plugin.getId() === 'permission' ? withActor(httpAuth) : httpAuth;
  },
});
