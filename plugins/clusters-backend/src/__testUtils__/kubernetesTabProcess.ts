import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import type {
  KubernetesTabAddress,
  KubernetesTabOptions,
} from './kubernetesTab';

/** A backend with `@backstage/plugin-kubernetes` and one cluster. */
async function start({ component, cluster }: KubernetesTabOptions) {
  const { server } = await startTestBackend({
    features: [
      kubernetesPlugin,
      catalogServiceMock.factory({ entities: [component] }),
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            serviceLocatorMethod: { type: 'singleTenant' },
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  { name: 'prod', authProvider: 'serviceAccount', ...cluster },
                ],
              },
            ],
          },
        },
      }),
    ],
  });
  const address: KubernetesTabAddress = {
    url: `http://127.0.0.1:${server.port()}`,
    authorization: mockCredentials.user.header(),
  };
  process.send?.(address);
}

process.once('message', start);
