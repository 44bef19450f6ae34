import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  Finding,
  HeldNodeView,
} from '@clusterworks/plugin-clusters-common';
import {
  blankSnapshot,
  viewCluster,
} from '@clusterworks/plugin-clusters-health';
import type { Knex } from 'knex';
import { onEachDatabase } from '../__testUtils__/onEachDatabase';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import { FleetStore } from '../fleet/FleetStore';
import { createOwnerNotifier } from './createOwnerNotifier';
import { notificationPolicy } from './NotificationPolicy';

const DAY = 86_400_000;
const START = Date.parse('2026-11-22T10:00:00Z');
const OWNER = 'group:default/payments';

const finding: Finding = {
  ...{ id: 'f1', code: 'cilium/D07', rule: 'x', severity: 'critical' },
  subject: { apiVersion: 'v1', kind: 'Node', name: 'n' },
  ...{ title: 'is full', evidence: [], consequences: [], remedy: [] },
};

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'web',
    annotations: { 'backstage.io/kubernetes-id': 'web' },
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/shop' }],
};

const heldNode: HeldNodeView = {
  node: 'n',
  why: 'drifted',
  since: new Date(START - 4 * DAY).toISOString(),
  blockers: [
    {
      pod: 'shop/web-1',
      why: 'pdb',
      by: 'shop/web',
      free: 'more replicas',
      labels: { 'backstage.io/kubernetes-id': 'web' },
    },
  ],
};

const view = viewCluster(
  blankSnapshot('x', 'ok', ''),
  new Date(START).toISOString(),
);

onEachDatabase('OwnerNotifier', database => {
  let knex: Knex;
  let now: number;
  let fleet: FleetStore;
  let owned: string[];
  const send = jest.fn();
  const logger = mockServices.logger.mock();
  const catalog = catalogServiceMock.mock();

  beforeEach(async () => {
    knex = database();
    await knex('cluster_notifications').delete();
    await knex('cluster_leases').delete();
    jest.resetAllMocks();
    send.mockResolvedValue(undefined);
    catalog.queryEntities.mockResolvedValue({
      ...{ items: [component], totalItems: 1, pageInfo: {} },
    });
    now = START;
    fleet = new FleetStore();
    owned = ['x'];
  });

  function notifier(backendId?: string) {
    const made = createOwnerNotifier({
      ...{ knex, fleet, logger, catalog, backendId },
      auth: mockServices.auth(),
      notifications: { send },
      sessions: {
        get owned() {
          return owned;
        },
        owns: identity => owned.includes(identity),
      },
      policy: notificationPolicy({
        ...{ runwayMs: 7 * DAY, heldMs: 3 * DAY },
        ...{ confirmMs: 30_000, resolveMs: 600_000 },
      }),
      now: () => now,
    });
    if (!made) {
      throw new Error('there is a policy');
    }
    return made;
  }

  function show(findings: Finding[], heldNodes?: HeldNodeView[]) {
    fleet.put(knownCluster('x'), {
      row: {
        ...fleetRow('x', { owner: OWNER }),
        findings: { critical: findings.length, warning: 0, info: 0 },
      },
      assessment: {
        ...{ cluster: 'x', observedAt: '', verdict: 'critical', sources: [] },
        findings,
        checks: [{ code: 'cilium/D07', state: 'fired' }],
      },
      view: { ...view, karpenter: { ...view.karpenter, heldNodes } },
    });
  }

  async function run(
    one: ReturnType<typeof notifier>,
    milliseconds: number,
  ): Promise<void> {
    const end = now + milliseconds;
    await one.run();
    for (now += 10_000; now <= end; now += 10_000) {
      await one.run();
    }
  }

  const sent = () =>
    send.mock.calls.map(([{ recipients, payload }]) => [
      recipients.entityRef,
      payload.title,
    ]);

  it('tells the owner, and over a restart that it is over', async () => {
    show([finding]);
    await run(notifier(), 60_000);
    expect(sent()).toEqual([[OWNER, 'x: is full']]);

    const after = notifier();
    await run(after, 60_000);
    expect(send).toHaveBeenCalledTimes(1);
    show([]);
    await run(after, 700_000);
    expect(sent()[1]).toEqual([OWNER, 'Resolved: x: is full']);
    const [[first], [second]] = send.mock.calls;
    expect(second.payload.scope).toBe(first.payload.scope);
  });

  it('tells the owner of the workload that keeps a node', async () => {
    show([], [heldNode]);
    await run(notifier(), 3_700_000);
    expect(sent()).toEqual([
      ['group:default/shop', expect.stringContaining('Pod/web-1')],
    ]);
  });

  it('tells nobody of a workload while the catalog does not answer', async () => {
    catalog.queryEntities.mockRejectedValue(new Error('down'));
    show([], [heldNode]);
    await run(notifier(), 3_700_000);
    expect(send).not.toHaveBeenCalled();
  });

  it('sends later what could not be sent, also after a restart', async () => {
    send.mockRejectedValue(new Error('Request failed with status 503'));
    show([finding]);
    await run(notifier(), 60_000);
    const attempts = send.mock.calls.length;
    expect(attempts).toBeGreaterThan(0);
    expect(attempts).toBeLessThan(5);
    expect(logger.warn).toHaveBeenCalledTimes(1);

    send.mockReset().mockResolvedValue(undefined);
    await run(notifier(), 0);
    expect(sent()).toEqual([[OWNER, 'x: is full']]);
  });

  it('says once that notifications are not installed, and goes on', async () => {
    send.mockRejectedValue(new Error('Request failed with status 404'));
    show([finding]);
    const one = notifier();
    await run(one, 2 * 3_600_000);
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
    // One every ten minutes in the end.
    expect(send.mock.calls.length).toBeLessThan(25);
  });

  it('leaves out what is refused, and sends the others', async () => {
    send.mockRejectedValueOnce(new Error('Request failed with status 400'));
    show([finding, { ...finding, id: 'f2', title: 'is broken' }]);
    const one = notifier();
    await run(one, 60_000);
    expect(sent()).toEqual([
      [OWNER, 'x: is full'],
      [OWNER, 'x: is broken'],
    ]);
  });

  it('forgets what could not be sent for a day', async () => {
    send.mockRejectedValue(new Error('Request failed with status 503'));
    show([finding]);
    await run(notifier(), 60_000);
    now += DAY;
    send.mockReset().mockResolvedValue(undefined);
    await run(notifier(), 60_000);
    expect(send).not.toHaveBeenCalled();
  });

  it('tells nothing that it cannot store', async () => {
    show([finding]);
    const one = notifier();
    await knex.schema.renameTable('cluster_notifications', 'away');
    await run(one, 60_000);
    expect(send).not.toHaveBeenCalled();
    expect(logger.warn).toHaveBeenCalledTimes(1);
    await knex.schema.renameTable('away', 'cluster_notifications');
    await run(one, 60_000);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('sends only as the backend that reads the cluster', async () => {
    await knex('cluster_leases').insert({
      ...{ identity: 'x', owner: 'other', expires_at: now + DAY },
    });
    show([finding]);
    await run(notifier('me'), 60_000);
    expect(send).not.toHaveBeenCalled();
    await run(notifier('other'), 60_000);
    expect(send).toHaveBeenCalledTimes(1);
    // The one that takes over has read what was told.
    await knex('cluster_leases').update({ owner: 'me' });
    await run(notifier('me'), 60_000);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('goes on with what was told of a cluster that comes back', async () => {
    show([finding]);
    const one = notifier();
    await run(one, 60_000);
    owned = [];
    await run(one, 60_000);
    owned = ['x'];
    await run(one, 60_000);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('begins anew with a state that it cannot read', async () => {
    await knex('cluster_notifications').insert({
      ...{ identity: 'x', state: '{"told":', updated_at: 0 },
    });
    show([finding]);
    await run(notifier(), 60_000);
    expect(send).toHaveBeenCalledTimes(1);
  });
});
