import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { ClustersService } from './ClustersService';
import { clustersServiceRef } from './clustersServiceRef';

/**
 * Answers every request to the clusters backend with the request and its
 * caller.
 */
const clustersBackend = createBackendPlugin({
  pluginId: 'clusters',
  register({ registerInit }) {
    registerInit({
      deps: { http: coreServices.httpRouter, auth: coreServices.httpAuth },
      async init({ http, auth }) {
        http.use(async (request, response) => {
          const { principal } = await auth.credentials(request);
          response.status(404).json({
            error: {
              name: 'NotFoundError',
              message: `${request.method} ${request.url} by ${JSON.stringify(
                principal,
              )}`,
            },
            response: { statusCode: 404 },
          });
        });
      },
    });
  },
});

describe('clustersServiceRef', () => {
  let clusters: ClustersService;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const otherPlugin = createBackendPlugin({
      pluginId: 'other',
      register({ registerInit }) {
        registerInit({
          deps: { service: clustersServiceRef },
          async init({ service }) {
            clusters = service;
          },
        });
      },
    });
    const backend = await startTestBackend({
      features: [
        clustersBackend,
        otherPlugin,
        mockServices.rootConfig.factory({ data: {} }),
      ],
    });
    stop = () => backend.stop();
  });

  afterAll(() => stop());

  const credentials = mockCredentials.user('user:default/jane');

  it.each<[string, () => Promise<unknown>, string]>([
    [
      'fleet',
      () => clusters.getFleet({ filter: 'env:prod' }, { credentials }),
      'GET /v1/fleet?filter=env%3Aprod by ',
    ],
    [
      'cluster',
      () => clusters.getCluster('a b', { credentials }),
      'GET /v1/clusters/a%20b by ',
    ],
    [
      'history',
      () => clusters.getHistory('a', '7d', { credentials }),
      'GET /v1/clusters/a/history?window=7d by ',
    ],
    [
      'fleet history',
      () => clusters.getFleetHistory(['a', 'b'], { credentials }),
      'GET /v1/fleet/history?names=a%2Cb by ',
    ],
    ['ledger', () => clusters.getLedger({ credentials }), 'GET /v1/ledger by '],
    ['render', () => clusters.render({}, { credentials }), 'POST /v1/render'],
    [
      'preview',
      () =>
        clusters.previewChange(
          'a',
          { operation: 'edit', spec: {} },
          { credentials },
        ),
      'POST /v1/clusters/a/preview',
    ],
    [
      'observations',
      () => clusters.getObservations({ credentials }),
      'GET /v1/observations by ',
    ],
  ])('asks for the %s as the user', async (_what, ask, expected) => {
    const error = await ask().then(
      () => undefined,
      reason => reason,
    );
    expect(error?.cause?.name).toBe('NotFoundError');
    expect(error?.cause?.message).toContain(expected);
    expect(error?.cause?.message).toContain('user:default/jane');
  });

  it('ends a request early', async () => {
    const signal = AbortSignal.abort();
    await expect(
      clusters.getFleet({}, { credentials, signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
