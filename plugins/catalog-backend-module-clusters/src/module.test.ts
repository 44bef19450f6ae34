import {
  createBackendModule,
  createBackendPlugin,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import eventsPlugin from '@backstage/plugin-events-backend';
import { GithubEventRouter } from '@backstage/plugin-events-backend-module-github';
import {
  SimulatedGithub,
  startSimulatedGithub,
} from '@clusterworks/github-simulator';
import {
  CLUSTER_VERDICT_TOPIC,
  ObservationsResponse,
} from '@clusterworks/plugin-clusters-common';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { specText, statusText } from './testing';
import module from './index';

const POLL_MS = 50;
const PATIENCE_MS = 10_000;
jest.setTimeout(4 * PATIENCE_MS);

/** A stand-in for the clusters backend, as far as the catalog asks it. */
function fakeClustersBackend(answer: () => ObservationsResponse['items']) {
  return createBackendPlugin({
    pluginId: 'clusters',
    register(reg) {
      reg.registerInit({
        deps: { http: coreServices.httpRouter, auth: coreServices.httpAuth },
        async init({ http, auth }) {
          http.use(async (req: any, res: any, next: any) => {
            if (req.path !== '/v1/observations') {
              next();
              return;
            }
            await auth.credentials(req, { allow: ['service'] });
            res.json({ revision: 1, items: answer() });
          });
        },
      });
    },
  });
}

describe('catalogModuleClusters', () => {
  let directory: string;
  let github: SimulatedGithub;
  let backend: TestBackend;
  let other: EntityProviderConnection;
  let observed: ObservationsResponse['items'];
  const events = mockServices.events();
  const scheduler = mockServices.scheduler();

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'clusters-catalog-'));
    github = await startSimulatedGithub({ directory, port: 0 });
    await github.repository.commit({
      message: 'Two clusters',
      write: {
        'clusters/dev/payments-dev/cluster.yaml': specText('payments-dev'),
        'clusters/dev/payments-dev/status.yaml': statusText('payments-dev'),
        'clusters/dev/search-dev/cluster.yaml': specText('search-dev'),
        'terraform/environments/dev/search-dev/main.tf':
          '# not for the catalog',
      },
    });
    observed = [
      {
        name: 'payments-dev',
        entityRef: 'resource:default/payments-dev',
        verdict: 'critical',
        versions: { kubernetes: '1.34.2-eks-1', cilium: '1.18.1' },
      },
    ];
    const somebodyElse = createBackendModule({
      pluginId: 'catalog',
      moduleId: 'somebody-else',
      register(reg) {
        reg.registerInit({
          deps: { processing: catalogProcessingExtensionPoint },
          async init({ processing }) {
            processing.addEntityProvider({
              getProviderName: () => 'somebody-else',
              connect: async connection => {
                other = connection;
              },
            });
          },
        });
      },
    });
    // What the module does; its feature cannot be loaded by jest.
    await new GithubEventRouter({ events }).subscribe();
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        eventsPlugin,
        module,
        somebodyElse,
        fakeClustersBackend(() => observed),
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
        mockServices.rootConfig.factory({
          data: {
            events: { http: { topics: ['github'] } },
            integrations: {
              github: [
                {
                  host: github.host,
                  apiBaseUrl: github.apiBaseUrl,
                  token: github.token,
                },
              ],
            },
            clusters: {
              platformRepositories: [{ url: github.repositoryUrl }],
            },
          },
        }),
      ],
    });
    // Only now it is known where the backend listens.
    await github.stop();
    github = await startSimulatedGithub({
      directory,
      port: Number(new URL(github.url).port),
      webhookUrl: `http://127.0.0.1:${backend.server.port()}/api/events/http/github`,
      webhookSecret: 's3cret',
    });
  });

  afterAll(async () => {
    await backend.stop();
    await github.stop();
    await rm(directory, { recursive: true, force: true });
  });

  async function find(name: string, namespace = 'default') {
    const { status, body } = await request(backend.server)
      .get(`/api/catalog/entities/by-name/resource/${namespace}/${name}`)
      .set('Authorization', mockCredentials.service.header());
    return status === 200 ? (body as Entity) : undefined;
  }

  async function until<T>(
    look: () => Promise<T | undefined | false>,
  ): Promise<T> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = await look();
      if (found) {
        return found;
      }
      if (Date.now() > end) {
        throw new Error('it did not come about');
      }
      await new Promise(resolve => setTimeout(resolve, POLL_MS));
    }
  }

  async function labelsOf(name: string) {
    return (await find(name))?.metadata.labels ?? {};
  }

  function commit(write: Record<string, string>, remove: string[] = []) {
    return github.repository.commit({ message: 'Next', write, delete: remove });
  }

  it('reads the clusters, relates them and labels them with what is seen', async () => {
    const payments = await until(() => find('payments-dev'));
    expect(payments).toMatchObject({
      metadata: {
        labels: {
          'clusterworks.dev/health': 'critical',
          'clusterworks.dev/provisioned': 'true',
          'clusterworks.dev/kubernetes-version': '1.34.2-eks-1',
          'clusterworks.dev/kubernetes-version-minor': '1.34',
          'clusterworks.dev/cilium-version': '1.18.1',
          'clusterworks.dev/karpenter-version-minor': expect.any(String),
        },
      },
      relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
    });
    await until(() => find('search-dev'));
    expect(await labelsOf('search-dev')).toMatchObject({
      'clusterworks.dev/health': 'unknown',
      'clusterworks.dev/provisioned': 'false',
    });
    const { body } = await request(backend.server)
      .get('/api/catalog/entities/by-query')
      .query({
        filter:
          'kind=resource,spec.type=kubernetes-cluster,metadata.labels.clusterworks.dev/health=critical',
      })
      .set('Authorization', mockCredentials.service.header());
    expect(body.items.map((e: Entity) => e.metadata.name)).toEqual([
      'payments-dev',
    ]);
  });

  it('follows pushes, keeps what breaks, and removes what is gone', async () => {
    await commit({
      'clusters/dev/new-dev/cluster.yaml': specText('new-dev'),
      'clusters/dev/search-dev/status.yaml': statusText('search-dev'),
    });
    await until(() => find('new-dev'));
    await until(
      async () =>
        (await labelsOf('search-dev'))['clusterworks.dev/provisioned'] ===
        'true',
    );
    await commit({ 'clusters/dev/search-dev/cluster.yaml': 'kind: [' }, [
      'clusters/dev/new-dev/cluster.yaml',
    ]);
    await until(async () => !(await find('new-dev')));
    const broken = await until(async () => {
      const entity = await find('search-dev');
      return (
        entity?.metadata.annotations?.['clusterworks.dev/problem'] && entity
      );
    });
    expect(broken).toMatchObject({
      metadata: { labels: { 'clusterworks.dev/provisioned': 'true' } },
      status: {
        items: [
          {
            level: 'error',
            message: expect.stringContaining('not valid YAML'),
          },
        ],
      },
    });
  });

  async function healthOf(name: string) {
    return (await labelsOf(name))['clusterworks.dev/health'];
  }

  it('labels a cluster anew as soon as an event says its verdict', async () => {
    await until(async () => (await healthOf('payments-dev')) === 'critical');
    observed = [{ ...observed[0], verdict: 'healthy', revision: 2 }];
    await events.publish({
      topic: CLUSTER_VERDICT_TOPIC,
      eventPayload: {
        version: 1,
        cluster: 'payments-dev',
        entityRef: 'resource:default/payments-dev',
        revision: 2,
        at: '2026-11-22T10:00:00Z',
        verdict: 'healthy',
        headline: 'No problems found',
        versions: { kubernetes: '1.35.0' },
      },
    });
    await until(async () => (await healthOf('payments-dev')) === 'healthy');
    expect(await labelsOf('payments-dev')).toMatchObject({
      'clusterworks.dev/kubernetes-version': '1.35.0',
    });
  });

  it('finds what no event said when it compares', async () => {
    observed = [{ ...observed[0], verdict: 'degraded', revision: 3 }];
    await scheduler.triggerTask('clusters-observations:compare');
    await until(async () => (await healthOf('payments-dev')) === 'degraded');
    expect(await labelsOf('payments-dev')).toMatchObject({
      'clusterworks.dev/health': 'degraded',
    });
  });

  it('refuses clusters that would draw a token to another host or take a name', async () => {
    const attack = (
      name: string,
      namespace: string,
      annotations: Record<string, string>,
      type = 'kubernetes-cluster',
    ) => ({
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          name,
          namespace,
          labels: { 'clusterworks.dev/health': 'healthy' },
          annotations: {
            'backstage.io/managed-by-location': 'url:https://evil.example/x',
            'backstage.io/managed-by-origin-location':
              'url:https://evil.example/x',
            ...annotations,
          },
        },
        spec: { type, owner: 'group:default/evil' },
      },
      locationKey: 'evil',
    });
    const token = {
      'kubernetes.io/api-server': 'https://evil.example',
      'kubernetes.io/api-server-certificate-authority': 'LS0t',
      'kubernetes.io/auth-provider': 'aws',
      'kubernetes.io/x-k8s-aws-id': 'payments-dev',
    };
    await other.applyMutation({
      type: 'full',
      entities: [
        attack('steal', 'default', token),
        attack('steal-by-case', 'default', token, 'Kubernetes-Cluster'),
        attack('payments-dev', 'evil', {}),
        attack('Payments-Dev', 'evil2', {}),
        attack('honest', 'default', {
          ...token,
          'kubernetes.io/api-server':
            'https://0a1b.gr7.eu-west-1.eks.amazonaws.com',
        }),
      ],
    });
    const honest = await until(() => find('honest'));
    // All are processed at one time, so that those refused are refused by now.
    expect(await find('steal')).toBeUndefined();
    expect(await find('steal-by-case')).toBeUndefined();
    expect(await find('payments-dev', 'evil')).toBeUndefined();
    expect(await find('payments-dev', 'evil2')).toBeUndefined();
    // What somebody claims of its own health does not count.
    expect(honest.metadata.labels?.['clusterworks.dev/health']).toBe('unknown');
    expect(await find('payments-dev')).toBeDefined();
  });
});
