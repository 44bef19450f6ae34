import assert from 'node:assert/strict';
import {
  type AuditorServiceCreateEventOptions,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import {
  clusterDetailSchema,
  clusterMutePermission,
  mutesResponseSchema,
} from '@clusterworks/plugin-clusters-common';
import type { Rule } from '@clusterworks/plugin-clusters-health';
import { clusterRulesExtensionPoint } from '@clusterworks/plugin-clusters-node';
import request from 'supertest';
import { waitFor } from '@clusterworks/test-support';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import {
  startClustersBackend,
  testAwsKeys,
} from '../__testUtils__/startClustersBackend';

const HOUR = 3_600_000;

/** A critical finding as long as the node is there. */
const rule: Rule = {
  code: 'acme/nodes',
  id: 'acme-nodes',
  component: 'clusterworks',
  doc: {
    ...{ title: 'There are nodes', means: 'x', foundBy: 'Any Node.' },
    ...{ todo: 'Ask.', source: 'https://acme.example/rules' },
  },
  needs: ['nodes'],
  evaluate: ({ snapshot }) => ({
    findings: snapshot.resources.nodes.items.map(({ name }) => ({
      severity: 'critical' as const,
      subject: { apiVersion: 'v1', kind: 'Node', name },
      title: `Node ${name} is there`,
      ...{ evidence: [], remedy: [] },
    })),
  }),
};

const withRule = createBackendModule({
  pluginId: 'clusters',
  moduleId: 'acme',
  register({ registerInit }) {
    registerInit({
      deps: { rules: clusterRulesExtensionPoint },
      async init({ rules }) {
        rules.addRules(rule);
      },
    });
  },
});

const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' } };

/** What was audited: the event, and how it ended. */
const audited: [string, string, string][] = [];
const auditor = mockServices.auditor.mock({
  async createEvent({ eventId, meta }: AuditorServiceCreateEventOptions) {
    const end = (outcome: string) => async () => {
      audited.push([eventId, String(meta?.finding), outcome]);
    };
    return { success: end('succeeded'), fail: end('failed') };
  },
});

const permissions = mockServices.permissions.mock({
  authorize: async (requests, { credentials }: any) =>
    requests.map(({ permission }) => ({
      result:
        permission.name === clusterMutePermission.name &&
        credentials.principal.userEntityRef === 'user:default/reader'
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    })) as never,
  authorizeConditional: async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })) as never,
});

describe('mutes', () => {
  let cluster: SimulatedCluster;
  let backend: Awaited<ReturnType<typeof startClustersBackend>>;

  beforeAll(async () => {
    cluster = await startSimulatedCluster({
      id: 'shop',
      auth: {
        ...{ type: 'eks', keys: testAwsKeys },
        groups: ['clusterworks:readers'],
      },
      objects: [node],
    });
    backend = await startClustersBackend({
      entities: [clusterEntity('shop', cluster)],
      features: [withRule, auditor.factory, permissions.factory],
      config: {
        clusters: {
          guard: { allowedApiServerHosts: ['127.0.0.1'] },
          reader: { judge: { seconds: 1 } },
          mutes: { longest: { days: 7 } },
        },
      },
    });
  });

  beforeEach(() => {
    audited.length = 0;
  });

  afterAll(async () => {
    await backend?.stop();
    await cluster?.stop();
  });

  const send = (
    method: 'get' | 'put' | 'delete',
    path: string,
    user = 'owner',
  ) =>
    request(backend.server)
      [method](`/api/clusters/v1/clusters/shop${path}`)
      .set(
        'Authorization',
        mockCredentials.user.header(`user:default/${user}`),
      );

  const detail = async () =>
    clusterDetailSchema.parse((await send('get', '')).body);
  const find = async () =>
    (await detail()).assessment?.findings.find(
      ({ code }) => code === rule.code,
    );
  const listed = async () =>
    mutesResponseSchema.parse((await send('get', '/mutes')).body);

  /** Waits for the finding, and returns its id. */
  const findingId = () =>
    waitFor(async () => {
      const finding = await find();
      assert.ok(finding);
      return finding.id;
    });

  const mute = async (body: object, user?: string, finding?: string) =>
    await send('put', `/mutes/${finding ?? (await findingId())}`, user).send({
      reason: 'The node is sold',
      until: new Date(Date.now() + HOUR).toISOString(),
      ...body,
    });

  it('marks a finding, hides it from no count, and is ended by hand', async () => {
    const id = await findingId();
    const { status, body } = await mute({ reason: '  The node is sold ' });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        ...{ finding: id, title: 'Node a is there' },
        ...{ reason: 'The node is sold', by: 'user:default/owner' },
      },
    });
    await waitFor(async () => assert.ok((await find())?.mute));
    const { row, assessment } = await detail();
    expect(row).toMatchObject({
      verdict: 'critical',
      headline: { text: 'Node a is there', mutedUntil: body.until },
    });
    expect(row.findings).toMatchObject({
      critical: assessment?.findings.filter(
        ({ severity }) => severity === 'critical',
      ).length,
      muted: 1,
    });
    // Everybody who sees the cluster sees who muted what, and why.
    const asReader = await send('get', '/mutes', 'reader');
    expect(asReader.body).toEqual({ items: [body], maxHours: 7 * 24 });

    expect((await send('delete', `/mutes/${id}`)).status).toBe(204);
    await waitFor(async () => assert.equal((await find())?.mute, undefined));
    expect((await listed()).items).toEqual([]);
    expect((await detail()).row.findings.muted).toBeUndefined();
    expect(audited).toEqual([
      ['finding-mute', id, 'succeeded'],
      ['finding-unmute', id, 'succeeded'],
    ]);
  });

  it('ends by itself, also while the finding is gone', async () => {
    const id = await findingId();
    const until = Date.now() + 2_500;
    await mute({ until: new Date(until).toISOString() });
    await waitFor(async () => assert.ok((await find())?.mute));
    // It is gone and back before the end: still muted.
    cluster.delete(node as never);
    await waitFor(async () => assert.equal(await find(), undefined));
    expect((await listed()).items).toMatchObject([{ finding: id }]);
    await waitFor(async () => assert.ok(Date.now() > until));
    await waitFor(async () => assert.deepEqual((await listed()).items, []));
    cluster.apply(node);
    await waitFor(async () => {
      const finding = await find();
      assert.equal(finding?.id, id);
      assert.equal(finding?.mute, undefined);
    });
  });

  const inHours = (hours: number) => ({
    until: new Date(Date.now() + hours * HOUR).toISOString(),
  });
  it.each<[what: string, body: object, status: number, says: RegExp]>([
    ['no reason', { reason: '' }, 400, /reason/],
    ['only spaces', { reason: '   ' }, 400, /reason: must say something/],
    ['a reason of two lines', { reason: 'a\nb' }, 400, /one line/],
    ['an escape sequence', { reason: 'a\u001b[2J' }, 400, /control/],
    ['text that runs backwards', { reason: 'a\u202eb' }, 400, /control/],
    ['a reason without end', { reason: 'a'.repeat(501) }, 400, /reason/],
    ['no end', { until: undefined }, 400, /until/],
    ['an end that is no time', { until: 'tomorrow' }, 400, /until/],
    ['an end that is over', inHours(-1), 400, /in the future/],
    ['an end too far away', inHours(7 * 24 + 1), 400, /168 hours at most/],
  ])('refuses %s', async (_what, body, status, says) => {
    const answer = await mute(body);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(says);
    expect((await listed()).items).toEqual([]);
  });

  it('keeps a reason that looks like markup as it is', async () => {
    const reason = `<img src=x onerror=alert(1)> [a](javascript:b) '; drop table`;
    expect((await mute({ reason })).status).toBe(200);
    await waitFor(async () =>
      assert.equal((await find())?.mute?.reason, reason),
    );
    await send('delete', `/mutes/${await findingId()}`);
  });

  it.each<
    [what: string, user: string, finding: string | undefined, status: number]
  >([
    ['who may only read', 'reader', undefined, 403],
    ['for a finding that is not there', 'owner', 'nothing', 404],
  ])('refuses somebody %s, and audits it', async (_, user, finding, status) => {
    const id = finding ?? (await findingId());
    expect((await mute({}, user, id)).status).toBe(status);
    expect((await send('delete', `/mutes/${id}`, user)).status).toBe(status);
    expect(audited).toEqual([
      ['finding-mute', id, 'failed'],
      ['finding-unmute', id, 'failed'],
    ]);
    expect((await listed()).items).toEqual([]);
  });
});
