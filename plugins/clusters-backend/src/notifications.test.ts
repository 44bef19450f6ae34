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

const member = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'mock', namespace: 'default' },
  spec: {},
  relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
};
const group = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments', namespace: 'default' },
  spec: {},
  relations: [{ type: 'hasMember', targetRef: 'user:default/mock' }],
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
        ...[member, group],
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

  async function received({ server }: Backend) {
    const { body } = await request(server)
      .get('/api/notifications')
      .set('Authorization', mockCredentials.user.header());
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
