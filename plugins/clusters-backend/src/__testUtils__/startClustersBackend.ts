import {
  type BackendFeature,
  coreServices,
  createServiceFactory,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import clustersPlugin from '../index';

/** The keys whose signed tokens the simulated clusters accept. */
export const testAwsKeys = {
  accessKeyId: 'AKIATESTCLUSTERWORKS',
  secretAccessKey: 'test-not-a-secret',
};

/** A signal that was published. */
export interface PublishedSignal {
  recipients: unknown;
  channel: string;
  message: JsonObject;
}

/** Starts the plugin in a real backend with clusters on loopback allowed. */
export async function startClustersBackend(options: {
  entities: Entity[];
  features?: BackendFeature[];
  config?: JsonObject;
  scheduler?: SchedulerService;
}) {
  const { scheduler = mockServices.scheduler() } = options;
  const signals: PublishedSignal[] = [];
  const backend = await startTestBackend({
    features: [
      clustersPlugin,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          aws: { mainAccount: testAwsKeys },
          kubernetes: {
            clusterLocatorMethods: [
              { type: 'catalog', dangerouslyAllowClusterUrls: ['127.0.0.1'] },
            ],
          },
          clusters: { guard: { allowedApiServerHosts: ['127.0.0.1'] } },
          ...options.config,
        },
      }),
      catalogServiceMock.factory({ entities: options.entities }),
      // The factory of the mock runs each task at the start, and a task that
      // waits for another plugin would keep the backend from starting.
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({
          async publish(signal) {
            signals.push(signal as PublishedSignal);
          },
        }),
      }),
      ...(options.features ?? []),
    ],
  });
  return {
    server: backend.server,
    signals,
    /** Ends the whole backend, as a process that ends does. */
    stop: () => backend.stop(),
  };
}
