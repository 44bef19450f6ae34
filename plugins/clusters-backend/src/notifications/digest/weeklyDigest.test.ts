import assert from 'node:assert/strict';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import notificationsPlugin from '@backstage/plugin-notifications-backend';
import { waitFor } from '@clusterworks/test-support';
import request from 'supertest';
import { clusterEntity } from '../../__testUtils__/clusterEntity';
import { fleetRow } from '../../__testUtils__/fleetRow';
import { knownCluster } from '../../__testUtils__/knownCluster';
import { onEachDatabase } from '../../__testUtils__/onEachDatabase';
import { startClustersBackend } from '../../__testUtils__/startClustersBackend';
import { FleetStore } from '../../fleet/FleetStore';
import { HistoryStore } from '../../history/HistoryStore';
import { NotificationSender } from '../NotificationSender';
import { DigestSender } from './DigestSender';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const HOUR = 3_600_000;
const PAYMENTS = 'group:default/payments';

onEachDatabase('the summary of the week', database => {
  const logger = mockServices.logger.mock();
  const send = jest.fn();
  const pause = jest.fn(async () => {});
  const { signal } = new AbortController();
  let now: number;
  let fleet: FleetStore;

  beforeEach(async () => {
    await database()('verdict_changes').delete();
    jest.resetAllMocks();
    send.mockResolvedValue(undefined);
    pause.mockImplementation(async () => {
      // Longer than the sender itself waits.
      now += HOUR;
    });
    now = NOW;
    fleet = new FleetStore();
  });

  const digests = () =>
    new DigestSender({
      ...{ fleet, logger, pause, now: () => now },
      history: new HistoryStore(database()),
      sender: new NotificationSender({
        ...{ notifications: { send }, logger, now: () => now },
      }),
    });

  function show(name: string, owner?: string) {
    fleet.put(knownCluster(name), {
      row: fleetRow(name, { owner, verdict: 'degraded' }),
      assessment: undefined,
      view: undefined,
    });
  }

  const recipients = () =>
    send.mock.calls
      .map(
        ([
          {
            recipients: { entityRef },
          },
        ]) => entityRef,
      )
      .sort();

  it('is one notification for each owner', async () => {
    show('web', PAYMENTS);
    show('api', PAYMENTS);
    show('reports', 'group:default/reports');
    show('nobodys');
    await new HistoryStore(database()).addChanges([
      {
        ...{ id: '1', identity: 'web', cluster: 'web', at: NOW - 9 * HOUR },
        ...{ from: 'healthy', to: 'critical', headline: 'x' },
      },
      {
        ...{ id: '2', identity: 'web', cluster: 'web', at: NOW - 4 * HOUR },
        ...{ from: 'critical', to: 'degraded', headline: 'x' },
      },
      {
        ...{ id: '3', identity: 'api', cluster: 'api', at: NOW - 200 * HOUR },
        ...{ from: 'healthy', to: 'degraded', headline: 'too long ago' },
      },
    ]);
    await digests().send(signal);
    expect(recipients()).toEqual([PAYMENTS, 'group:default/reports']);
    expect(send.mock.calls[0][0]).toEqual({
      recipients: { type: 'entity', entityRef: PAYMENTS },
      payload: {
        title: 'The week of payments: 2 degraded',
        description:
          'Now degraded: api (No problems found); web (No problems found).\nThis week: web was critical for 5 hours.',
        link: '/clusters?q=owner%3A%22group%3Adefault%2Fpayments%22',
        severity: 'normal',
        topic: 'clusters.digest',
        scope: expect.stringMatching(/^clusters\/digest\/\w{32}\/2026-11-23$/),
      },
    });
  });

  it('is sent again when it cannot be sent, and not twice to others', async () => {
    show('web', PAYMENTS);
    show('reports', 'group:default/reports');
    send.mockResolvedValueOnce(undefined);
    send.mockRejectedValueOnce(new Error('status 503'));
    send.mockRejectedValueOnce(new Error('status 503'));
    await digests().send(signal);
    expect(recipients()).toEqual([
      PAYMENTS,
      ...Array(3).fill('group:default/reports'),
    ]);
    expect(pause).toHaveBeenCalledTimes(2);
  });

  it('is given up after some attempts', async () => {
    show('web', PAYMENTS);
    show('reports', 'group:default/reports');
    send.mockRejectedValue(new Error('status 404'));
    await digests().send(signal);
    expect(send).toHaveBeenCalledTimes(10);
  });
});

describe('the summary of the week in a backend', () => {
  const scheduler = mockServices.scheduler();
  const entity = (kind: string, name: string, relation: object) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: {},
    relations: [relation as { type: string; targetRef: string }],
  });

  it('arrives once at the members of the group', async () => {
    const backend = await startClustersBackend({
      entities: [
        entity('User', 'mock', { type: 'memberOf', targetRef: PAYMENTS }),
        entity('Group', 'payments', {
          type: 'hasMember',
          targetRef: 'user:default/mock',
        }),
        ...['web', 'api'].map(name =>
          clusterEntity(name, {
            ...{ url: 'https://127.0.0.1:1', caData: 'Y2E=' },
            owner: PAYMENTS,
          }),
        ),
      ],
      features: [notificationsPlugin],
      scheduler,
      config: { app: { baseUrl: 'http://localhost' } },
    });
    try {
      const get = (path: string) =>
        request(backend.server)
          .get(path)
          .set('Authorization', mockCredentials.user.header());
      await waitFor(async () => {
        const { body } = await get('/api/clusters/v1/fleet');
        const states = body.items.map(
          (row: { connection: { state: string } }) => row.connection.state,
        );
        assert.deepEqual(states, ['unreachable', 'unreachable']);
      });
      await scheduler.triggerTask('clusters-digest:send');
      const { body } = await get('/api/notifications');
      expect(body.notifications).toMatchObject([
        {
          origin: 'plugin:clusters',
          payload: {
            title: 'The week of payments: 2 unknown',
            description: expect.stringMatching(/^Not known: api \(.+; web \(/),
            topic: 'clusters.digest',
          },
        },
      ]);
    } finally {
      await backend.stop();
    }
  });
});
