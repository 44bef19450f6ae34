import type { BackendFeature } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import { nodeClass, nodePool } from '@clusterworks/kube-fixtures';
import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import { waitFor } from '@clusterworks/test-support';
import request from 'supertest';
import { clusterEntity } from './__testUtils__/clusterEntity';
import {
  startClustersBackend,
  testAwsKeys,
} from './__testUtils__/startClustersBackend';

const member = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: {},
  relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
});
const OTHER = 'user:default/other';
const group = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments', namespace: 'default' },
  spec: {},
  relations: ['user:default/mock', OTHER].map(targetRef => ({
    ...{ type: 'hasMember', targetRef },
  })),
};

const oldNode = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'n', creationTimestamp: '2026-01-01T00:00:00Z' },
};

type Backend = Awaited<ReturnType<typeof startClustersBackend>>;

describe('notifications of owners', () => {
  let cluster: SimulatedCluster;

  beforeAll(async () => {
    cluster = await startSimulatedCluster({
      id: 'x',
      auth: {
        type: 'eks',
        keys: testAwsKeys,
        groups: ['clusterworks:readers'],
      },
      objects: [oldNode],
    });
  });

  afterAll(async () => {
    await cluster?.stop();
  });

  const start = (features: BackendFeature[] = []) =>
    startClustersBackend({
      entities: [
        ...[member('mock'), member('other'), group],
        clusterEntity('x', { ...cluster, owner: 'group:default/payments' }),
      ],
      features,
      config: {
        app: { baseUrl: 'http://localhost' },
        clusters: {
          guard: { allowedApiServerHosts: ['127.0.0.1'] },
          reader: { judge: { seconds: 1 } },
          notifications: {
            confirm: { seconds: 1 },
            resolve: { seconds: 1 },
          },
        },
      },
    });

  async function received({ server }: Backend, user?: string, query = '') {
    const { body } = await request(server)
      .get(`/api/notifications${query}`)
      .set('Authorization', mockCredentials.user.header(user));
    const all: { id: string; payload: Record<string, string> }[] =
      body.notifications;
    return all.filter(({ payload }) => /Karpenter/.test(payload.title));
  }

  it('arrive at its members, and are updated when it is over', async () => {
    const backend = await start([notificationsPlugin]);
    try {
      await waitFor(async () => {
        expect(await received(backend)).toMatchObject([
          {
            origin: 'plugin:clusters',
            payload: {
              title: expect.stringMatching(/^x: .*Karpenter/),
              link: expect.stringMatching(
                /^\/catalog\/default\/resource\/x\/findings\?open=/,
              ),
              severity: 'critical',
              topic: 'clusters.critical',
            },
          },
        ]);
      });
      const [{ payload, id: notificationId }] = await received(backend);
      expect(backend.signals).toContainEqual({
        recipients: { type: 'user', entityRef: ['user:default/mock'] },
        channel: 'notifications',
        message: {
          action: 'new_notification',
          notification_id: notificationId,
        },
      });
      // The link opens a finding that there is.
      const { body } = await request(backend.server)
        .get('/api/clusters/v1/clusters/x')
        .set('Authorization', mockCredentials.user.header());
      const id = new URL(payload.link, 'http://x').searchParams.get('open');
      expect(
        body.assessment.findings.map((one: { id: string }) => one.id),
      ).toContain(id);

      cluster.apply(nodePool('general') as never);
      cluster.apply(nodeClass('general') as never);
      await waitFor(async () => {
        expect(await received(backend)).toMatchObject([
          {
            id: notificationId,
            payload: {
              title: expect.stringMatching(/^Resolved: x: /),
              severity: 'low',
              scope: payload.scope,
            },
          },
        ]);
      });
      // Users choose by severity what they look at.
      expect(
        await received(backend, undefined, '?minimumSeverity=high'),
      ).toEqual([]);

      // Users who switch the topic off hear of it no more; others do.
      const topics = [{ id: 'clusters.critical', enabled: false }];
      const origins = [{ id: 'plugin:clusters', enabled: true, topics }];
      await request(backend.server)
        .post('/api/notifications/settings')
        .set('Authorization', mockCredentials.user.header())
        .send({ channels: [{ id: 'Web', enabled: true, origins }] })
        .expect(200);
      expect(await received(backend)).toMatchObject([
        { payload: { severity: 'low' } },
      ]);
      cluster.delete(nodePool('general') as never);
      await waitFor(async () => {
        expect(await received(backend, OTHER)).toMatchObject([
          { payload: { severity: 'critical', topic: 'clusters.critical' } },
        ]);
      });
      expect(await received(backend)).toMatchObject([
        { id: notificationId, payload: { severity: 'low' } },
      ]);
    } finally {
      await backend.stop();
    }
  });

  it('are nothing where they are not installed', async () => {
    const backend = await start();
    try {
      await waitFor(async () => {
        const { body } = await request(backend.server)
          .get('/api/clusters/v1/clusters/x')
          .set('Authorization', mockCredentials.user.header());
        expect(body.row.connection.state).toBe('live');
      });
    } finally {
      await backend.stop();
    }
  });
});
