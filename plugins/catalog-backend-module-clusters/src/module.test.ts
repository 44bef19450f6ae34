import {
  createBackendModule,
  createBackendPlugin,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { TestBackend } from '@backstage/backend-test-utils';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import eventsPlugin from '@backstage/plugin-events-backend';
import { GithubEventRouter } from '@backstage/plugin-events-backend-module-github';
import type { SimulatedGithub } from '@clusterworks/github-simulator';
import {
  integrationsOf,
  startSimulatedGithub,
} from '@clusterworks/github-simulator';
import type { ObservationsResponse } from '@clusterworks/plugin-clusters-common';
import { CLUSTER_VERDICT_TOPIC } from '@clusterworks/plugin-clusters-common';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { eventually } from '@clusterworks/test-support';
import { specText, statusText } from './testing';
import module from './index';

/**
 * A simulation of the clusters backend with the routes that the catalog uses.
 */
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
    // The GitHub events module does this, but Jest cannot load that module.
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
            integrations: integrationsOf(github),
            kubernetes: {
              clusterLocatorMethods: [
                { type: 'config', clusters: [{ name: 'Listed' }] },
              ],
            },
            clusters: {
              platformRepositories: [{ url: github.repositoryUrl }],
            },
          },
        }),
      ],
    });
    // The address of the backend is known only now.
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
    await rm(directory, { recursive: true, force: true, maxRetries: 20 });
  });

  async function find(name: string, namespace = 'default') {
    const { status, body } = await request(backend.server)
      .get(`/api/catalog/entities/by-name/resource/${namespace}/${name}`)
      .set('Authorization', mockCredentials.service.header());
    return status === 200 ? (body as Entity) : undefined;
  }

  async function labelsOf(name: string) {
    return (await find(name))?.metadata.labels ?? {};
  }

  function commit(write: Record<string, string>, remove: string[] = []) {
    return github.repository.commit({ message: 'Next', write, delete: remove });
  }

  it('reads the clusters, relates them and labels them with observations', async () => {
    const payments = await eventually(() => find('payments-dev'));
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
    await eventually(() => find('search-dev'));
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

  it('follows pushes, keeps broken clusters, and removes deleted ones', async () => {
    await commit({
      'clusters/dev/new-dev/cluster.yaml': specText('new-dev'),
      'clusters/dev/search-dev/status.yaml': statusText('search-dev'),
    });
    await eventually(() => find('new-dev'));
    await eventually(
      async () =>
        (await labelsOf('search-dev'))['clusterworks.dev/provisioned'] ===
        'true',
    );
    await commit({ 'clusters/dev/search-dev/cluster.yaml': 'kind: [' }, [
      'clusters/dev/new-dev/cluster.yaml',
    ]);
    await eventually(async () => !(await find('new-dev')));
    const broken = await eventually(async () => {
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

  it('updates the labels of a cluster as soon as an event arrives', async () => {
    await eventually(
      async () => (await healthOf('payments-dev')) === 'critical',
    );
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
    await eventually(
      async () => (await healthOf('payments-dev')) === 'healthy',
    );
    expect(await labelsOf('payments-dev')).toMatchObject({
      'clusterworks.dev/kubernetes-version': '1.35.0',
    });
  });

  it('finds changes without an event when it compares', async () => {
    observed = [{ ...observed[0], verdict: 'degraded', revision: 3 }];
    await scheduler.triggerTask('clusters-observations:compare');
    await eventually(
      async () => (await healthOf('payments-dev')) === 'degraded',
    );
    expect(await labelsOf('payments-dev')).toMatchObject({
      'clusterworks.dev/health': 'degraded',
    });
  });

  it('relates components to the cluster that plugin-kubernetes looks in', async () => {
    const component = (name: string, cluster: string) => ({
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name,
          annotations: {
            'backstage.io/managed-by-location': 'url:https://else.example/x',
            'backstage.io/managed-by-origin-location':
              'url:https://else.example/x',
            'backstage.io/kubernetes-cluster': cluster,
          },
        },
        spec: { type: 'service', lifecycle: 'x', owner: 'group:default/shop' },
      },
      locationKey: 'else',
    });
    await other.applyMutation({
      type: 'full',
      entities: [
        component('checkout', 'Payments-Dev'),
        component('elsewhere', 'no-such-cluster'),
        component('configured', 'Listed'),
      ],
    });
    const get = async (name: string) => {
      const { status, body } = await request(backend.server)
        .get(`/api/catalog/entities/by-name/component/default/${name}`)
        .set('Authorization', mockCredentials.service.header());
      return status === 200 ? (body as Entity) : undefined;
    };
    const owned = { type: 'ownedBy', targetRef: 'group:default/shop' };
    const checkout = await eventually(() => get('checkout'));
    expect(checkout?.relations).toEqual([
      { type: 'dependsOn', targetRef: 'resource:default/payments-dev' },
      owned,
    ]);
    const dependencyOf = {
      type: 'dependencyOf',
      targetRef: 'component:default/checkout',
    };
    await eventually(async () =>
      (
        await find('payments-dev')
      )?.relations?.some(({ type }) => type === dependencyOf.type),
    );
    expect((await find('payments-dev'))?.relations).toContainEqual(
      dependencyOf,
    );
    for (const name of ['elsewhere', 'configured']) {
      const entity = await eventually(() => get(name));
      expect(entity?.relations).toEqual([owned]);
    }
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
    const eks = {
      ...token,
      'kubernetes.io/api-server':
        'https://0a1b.gr7.eu-west-1.eks.amazonaws.com',
    };
    await other.applyMutation({
      type: 'full',
      entities: [
        attack('steal', 'default', token),
        attack('steal-by-case', 'default', token, 'Kubernetes-Cluster'),
        attack('payments-dev', 'evil', eks),
        attack('Payments-Dev', 'evil2', {
          ...eks,
          'backstage.io/kubernetes-cluster': 'payments-dev',
        }),
        attack('listed', 'default', eks),
        attack('honest', 'default', {
          ...eks,
          'clusterworks.dev/name-taken-by': 'nobody',
        }),
      ],
    });
    const honest = await eventually(() => find('honest'));
    // All entities are processed together, so the refused ones are refused by
    // now.
    expect(await find('steal')).toBeUndefined();
    expect(await find('steal-by-case')).toBeUndefined();
    for (const namespace of ['evil', 'evil2']) {
      const refused = await eventually(() => find('payments-dev', namespace));
      // No annotation is left by which the Kubernetes plugin would treat it as
      // a cluster.
      expect(Object.keys(refused.metadata.annotations ?? {}).sort()).toEqual([
        'backstage.io/managed-by-location',
        'backstage.io/managed-by-origin-location',
        'backstage.io/view-url',
        'clusterworks.dev/name-taken-by',
      ]);
      expect(refused).toMatchObject({
        metadata: { labels: { 'clusterworks.dev/health': 'unknown' } },
        status: {
          items: [
            {
              level: 'error',
              message: expect.stringMatching(
                /^Refused: the cluster name "\S+" belongs to resource:default\/payments-dev/,
              ),
            },
          ],
        },
      });
    }
    // A health label that the entity's author wrote is ignored.
    expect(honest.metadata.labels?.['clusterworks.dev/health']).toBe('unknown');
    expect(honest.metadata.annotations).not.toHaveProperty([
      'clusterworks.dev/name-taken-by',
    ]);
    expect(honest.metadata.annotations).toHaveProperty([
      'kubernetes.io/api-server',
    ]);
    const listed = await eventually(() => find('listed'));
    expect(listed.metadata.annotations).toMatchObject({
      'clusterworks.dev/name-taken-by': expect.stringContaining(
        'kubernetes.clusterLocatorMethods',
      ),
    });
    const holder = await find('payments-dev');
    expect(holder?.metadata.annotations).toHaveProperty([
      'kubernetes.io/api-server',
    ]);
    expect(holder?.metadata.annotations).not.toHaveProperty([
      'clusterworks.dev/name-taken-by',
    ]);
  });

  it('reports on both entities that two claim to be one cluster', async () => {
    const claim = (entityRef: string, reason: 'sameCluster' | 'clusterId') =>
      ({ name: 'x', entityRef, source: 'handWritten', reason } as const);
    observed = [
      {
        ...observed[0],
        revision: 4,
        otherClaims: [
          claim('resource:default/honest', 'sameCluster'),
          claim('resource:default/elsewhere', 'clusterId'),
        ],
      },
    ];
    await scheduler.triggerTask('clusters-observations:compare');
    const statusOf = async (name: string) =>
      (await find(name)) as Entity & { status?: object };
    await eventually(async () => (await statusOf('payments-dev')).status);
    expect((await statusOf('payments-dev')).status).toMatchObject({
      items: [
        {
          level: 'warning',
          message: expect.stringMatching(/^Another entity describes/),
        },
        {
          level: 'warning',
          message: expect.stringMatching(/^Another entity asks for tokens/),
        },
      ],
    });
    await request(backend.server)
      .post('/api/catalog/refresh')
      .send({ entityRef: 'resource:default/honest' })
      .set('Authorization', mockCredentials.user.header());
    await eventually(async () => (await statusOf('honest')).status);
    expect((await statusOf('honest')).status).toMatchObject({
      items: [
        {
          level: 'error',
          message:
            'This is the same EKS cluster as resource:default/payments-dev, which is read and shown in its place',
        },
      ],
    });
  });
});
