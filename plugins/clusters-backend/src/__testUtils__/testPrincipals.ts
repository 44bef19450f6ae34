import {
  type BackstageCredentials,
  coreServices,
  createServiceFactory,
  type HttpAuthService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/** Tokens of external callers, as `backend.auth.externalAccess` gives them. */
export const externalTokens = {
  unrestricted: mockCredentials.service('external:all'),
  renderOnly: mockCredentials.service('external:render', {
    permissionNames: ['clusters.render'],
  }),
  clustersOnly: mockCredentials.service('external:clusters', {
    permissionNames: ['clusters.cluster.read'],
  }),
  createOnly: mockCredentials.service('external:create', {
    permissionAttributes: { action: ['create'] },
  }),
};

const byHeader = new Map<string, BackstageCredentials>(
  Object.entries(externalTokens).map(([name, credentials]) => [
    `Bearer ${name}`,
    credentials,
  ]),
);

/**
 * Accepts the external tokens in addition to those of `mockCredentials`, and
 * names the calling plugin in requests to the permission backend, which the
 * tokens of `mockCredentials` do not.
 */
export const principalsHttpAuth = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }): HttpAuthService {
    const httpAuth = mockServices.httpAuth({
      pluginId: plugin.getId(),
      defaultCredentials: mockCredentials.none(),
    });
    return {
      issueUserCookie: (...parameters) =>
        httpAuth.issueUserCookie(...parameters),
      async credentials(request, options) {
        const known = byHeader.get(request.headers.authorization ?? '');
        const allow: string[] = options?.allow ?? ['user', 'service'];
        if (known && !allow.includes('service')) {
          throw new NotAllowedError('Not for services');
        }
        const credentials =
          known ?? (await httpAuth.credentials(request, options));
        const { userEntityRef } = credentials.principal as {
          userEntityRef?: string;
        };
        const answer =
          userEntityRef && plugin.getId() === 'permission'
            ? mockCredentials.user(userEntityRef, {
                actor: { subject: 'plugin:clusters' },
              })
            : credentials;
        return answer as never;
      },
    };
  },
});
