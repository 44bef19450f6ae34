import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/** Signs in whomever the header `x-user` names; for tests of rights only. */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'named-provider',
  register(reg) {
    reg.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'named',
          factory: createProxyAuthProviderFactory({
            authenticator: createProxyAuthenticator({
              defaultProfileTransform: async () => ({ profile: {} }),
              initialize: () => undefined,
              authenticate: async ({ req }) => ({
                result: req.get('x-user') ?? '',
              }),
            }),
            signInResolver: ({ result }, context) =>
              context.signInWithCatalogUser({ entityRef: { name: result } }),
          }),
        });
      },
    });
  },
});
