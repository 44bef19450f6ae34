import {
  type FactRetriever,
  techInsightsFactRetrieversExtensionPoint,
} from '@backstage-community/plugin-tech-insights-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import {
  type FleetResponse,
  fleetQuerySchema,
} from '@clusterworks/plugin-clusters-common';
import { read, unread } from './__testUtils__/fleetRows';
import module from './index';

const rows = [
  read,
  { ...read, name: 'new', phase: 'building' as const },
  { ...read, name: 'old', phase: 'draining' as const },
  {
    ...unread,
    ...{ name: 'search', entityRef: 'resource:shop/search', phase: undefined },
  },
];
const totals = {
  clusters: 4,
  critical: 0,
  degraded: 3,
  unknown: 1,
  healthy: 0,
};

/** One cluster per page, for services only. */
const clusters = createBackendPlugin({
  pluginId: 'clusters',
  register({ registerInit }) {
    registerInit({
      deps: { http: coreServices.httpRouter, auth: coreServices.httpAuth },
      async init({ http, auth }) {
        http.use(async (request, response) => {
          await auth.credentials(request, { allow: ['service'] });
          const { cursor = '0' } = fleetQuerySchema.parse(request.query);
          const at = Number(cursor);
          const next = at + 1 < rows.length ? String(at + 1) : undefined;
          const page: FleetResponse = {
            ...{ revision: 1, totals, items: [rows[at]], nextCursor: next },
          };
          response.json(page);
        });
      },
    });
  },
});

describe('techInsightsModuleClusters', () => {
  let retrievers: Record<string, FactRetriever>;
  let backend: TestBackend;

  /** Takes retrievers as Tech Insights does. */
  const techInsights = createBackendPlugin({
    pluginId: 'tech-insights',
    register(registration) {
      registration.registerExtensionPoint(
        techInsightsFactRetrieversExtensionPoint,
        {
          addFactRetrievers: added => {
            retrievers = added;
          },
        },
      );
      registration.registerInit({ deps: {}, async init() {} });
    },
  });

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [clusters, techInsights, module],
    });
  });

  afterAll(() => backend?.stop());

  it('adds one retriever, for clusters', () => {
    expect(Object.keys(retrievers)).toEqual(['clusters']);
    expect(retrievers.clusters).toMatchObject({
      id: 'clusters',
      entityFilter: [{ kind: 'resource', 'spec.type': 'kubernetes-cluster' }],
    });
  });

  it('reads the whole fleet, without what is built or taken down', async () => {
    expect(await retrievers.clusters.handler({} as never)).toEqual([
      {
        entity: { kind: 'resource', namespace: 'default', name: 'payments' },
        facts: expect.objectContaining({
          spotShare: 0.25,
          budgetCoverage: 0.5,
        }),
      },
      {
        entity: { kind: 'resource', namespace: 'shop', name: 'search' },
        facts: {},
      },
    ]);
  });
});
