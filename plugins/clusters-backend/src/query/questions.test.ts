import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  fleetQuerySchema,
  fleetResponseSchema,
  type FleetRow,
} from '@clusterworks/plugin-clusters-common';
import { docQuestions } from '@clusterworks/test-support';
import { fleetRow } from '../__testUtils__/fleetRow';
import { knownCluster } from '../__testUtils__/knownCluster';
import { createGetClusterAction } from '../actions/createGetClusterAction';
import { createListClustersAction } from '../actions/createListClustersAction';
import { FleetStore } from '../fleet/FleetStore';
import { ResponseCache } from '../http/ResponseCache';
import { ClusterAccess } from '../permissions/ClusterAccess';
import { VisibleClusters } from '../permissions/VisibleClusters';

const questions = docQuestions();

const exact = (value: number) => ({ certainty: 'exact', value } as const);
const runs = (kubernetes: string, karpenter: string, cilium: string) => ({
  kubernetes: { observed: kubernetes },
  karpenter: { observed: karpenter },
  cilium: { observed: cilium },
});
const found = (rule: string) => ({
  ...{ critical: 0, warning: 1, info: 0 },
  rules: [rule],
});
const unknown = { certainty: 'unknown', reason: 'nodes: forbidden' } as const;

/** A cluster that no question is about. */
const plain: Partial<FleetRow> = {
  owner: 'group:default/search',
  environment: 'prod',
  region: 'us-east-1',
  accountId: '999999999999',
  phase: 'running',
  zones: ['us-east-1a'],
  versions: runs('1.35.4', '1.14.3', '1.19.9'),
  nextKubernetes: { version: '1.36', blockedBy: ['cilium'] },
  components: { listed: [], total: 0 },
  heldBy: { listed: [], total: 0 },
  podsPending: exact(0),
  cpuRequested: exact(10),
  cpuAllocatable: exact(100),
  spotShare: exact(0.1),
  room: { addresses: exact(900), nodes: exact(90), hours: exact(2_000) },
  differences: [],
};
const holder = { namespace: 'shop', workload: 'Deployment/web' };

/** Each differs from the plain cluster in what one question asks for. */
const rows: [name: string, parts: Partial<FleetRow>][] = [
  ['plain', {}],
  [
    'payments-prod',
    {
      verdict: 'critical',
      owner: 'group:default/payments',
      components: { listed: ['component:default/payments'], total: 1 },
    },
  ],
  [
    'payments-dev',
    {
      ...{ verdict: 'degraded', owner: 'group:default/payments' },
      ...{ environment: 'dev', cpuRequested: exact(99), spotShare: exact(0.9) },
    },
  ],
  [
    'checkout-prod',
    {
      verdict: 'degraded',
      components: { listed: ['component:default/checkout'], total: 1 },
    },
  ],
  [
    'old-cilium',
    { region: 'eu-west-1', versions: runs('1.35.4', '1.14.3', '1.17.18') },
  ],
  ['new-cilium', { region: 'eu-west-1' }],
  [
    'old-cilium-dev',
    {
      ...{ region: 'eu-west-1', environment: 'dev' },
      versions: runs('1.35.4', '1.14.3', '1.17.18'),
    },
  ],
  [
    'old-karpenter',
    { nextKubernetes: { version: '1.36', blockedBy: ['karpenter'] } },
  ],
  [
    'held',
    {
      heldBy: {
        listed: [{ ...holder, nodes: exact(2), drifted: true }],
        total: 1,
      },
      differences: [{ part: 'images', state: 'differs' }],
    },
  ],
  [
    'drains',
    {
      heldBy: {
        listed: [{ ...holder, nodes: exact(2), drifted: false }],
        total: 1,
      },
      differences: [{ part: 'pools', state: 'differs' }],
    },
  ],
  [
    'full',
    { room: { addresses: exact(9), nodes: exact(1), hours: exact(100) } },
  ],
  ['waiting', { podsPending: exact(3), cpuRequested: exact(85) }],
  ['at-limit', { findings: found('nodepool-limit') }],
  ['unsupported', { findings: found('kubernetes-support-ends') }],
  ['spot', { spotShare: exact(0.7) }],
  ['in-zone', { zones: ['eu-west-1a', 'eu-west-1b'] }],
  ['leaving', { phase: 'draining' }],
  [
    'old-kubernetes',
    { accountId: '123456789012', versions: runs('1.33.1', '1.14.3', '1.19.9') },
  ],
  ['same-account', { accountId: '123456789012' }],
  [
    'unread',
    {
      ...{ verdict: 'unknown', connection: { state: 'unreachable' } },
      versions: { kubernetes: {}, karpenter: {}, cilium: {} },
      ...{ nextKubernetes: undefined, heldBy: undefined, zones: undefined },
      ...{ phase: undefined, differences: undefined, podsPending: unknown },
      ...{ cpuRequested: unknown, spotShare: unknown },
      room: { addresses: unknown, nodes: unknown, hours: unknown },
      findings: { critical: 0, warning: 0, info: 0 },
      components: { listed: [], total: 0 },
    },
  ],
];

const expected: Record<number, string[]> = {
  1: ['old-cilium'],
  2: ['payments-prod'],
  3: ['old-karpenter'],
  4: ['held'],
  5: ['full'],
  6: ['checkout-prod'],
  7: ['payments-prod'],
  8: ['payments-dev', 'payments-prod'],
  9: ['unread'],
  10: ['drains', 'held'],
  11: ['held'],
  12: ['waiting'],
  13: ['at-limit'],
  14: ['unsupported'],
  15: ['waiting'],
  16: ['spot'],
  17: ['in-zone'],
  18: ['leaving'],
  19: ['old-kubernetes'],
  20: ['payments-prod'],
};

describe('the questions of docs/use/query.md', () => {
  const fleet = new FleetStore();
  for (const [name, parts] of rows) {
    const row = { ...fleetRow(name), ...plain, ...parts, revision: 1 };
    fleet.restore(
      { ...knownCluster(name), owner: row.owner },
      { row: { ...row, name, entityRef: `resource:default/${name}` } },
    );
  }
  const access = new ClusterAccess({
    auth: mockServices.auth(),
    permissions: mockServices.permissions.mock({
      authorizeConditional: async (requests, options: any) => {
        const { userEntityRef } = options.credentials.principal;
        return requests.map(() => ({
          result: AuthorizeResult.CONDITIONAL,
          conditions: { user: userEntityRef },
        })) as never;
      },
    }),
    // One caller sees all clusters, the other one those of payments only.
    apply: (decision, { owner }) =>
      (decision as any).conditions.user === 'user:default/admin' ||
      owner === 'group:default/payments',
  });
  const registry = actionsRegistryServiceMock();
  const clusters = new VisibleClusters({ access, fleet });
  createListClustersAction(registry, clusters);
  createGetClusterAction(registry, clusters);
  const bodies = new ResponseCache(fleet);

  async function overHttp(path: string, user: string): Promise<string[]> {
    const url = new URL(path, 'http://portal');
    const credentials = mockCredentials.user(user);
    const visibility = await access.visibilityFor(credentials);
    const [, name] = /\/clusters\/v1\/clusters\/(.+)$/.exec(url.pathname) ?? [];
    if (name) {
      const { entry } = await clusters.look(name, credentials);
      return [entry.row.name];
    }
    expect(url.pathname).toBe('/api/clusters/v1/fleet');
    const query = fleetQuerySchema.parse(Object.fromEntries(url.searchParams));
    const { bytes } = await bodies.fleet(visibility, query).encoded('');
    const { items } = fleetResponseSchema.parse(JSON.parse(bytes.toString()));
    return items.map(row => row.name).sort();
  }

  async function overMcp(action: string, input: any, user: string) {
    const { output } = (await registry.invoke({
      id: `test:${action}`,
      input,
      credentials: mockCredentials.user(user),
    })) as { output: any };
    return action === 'get-cluster'
      ? [output.name]
      : output.clusters.map(({ name }: FleetRow) => name).sort();
  }

  it('are twenty', () => {
    expect(questions.map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  it.each(questions)(
    '$number. $question',
    async ({ number, page, http, action, input }) => {
      expect(await overHttp(http, 'user:default/admin')).toEqual(
        expected[number],
      );
      expect(await overMcp(action, input, 'user:default/admin')).toEqual(
        expected[number],
      );
      const shown = new URL(page, 'http://portal').searchParams.get('q');
      expect(shown).toBe(input.filter ?? null);
    },
  );

  it.each(questions.slice(0, 19))(
    '$number is answered with the rights of the caller',
    async ({ number, http, action, input }) => {
      const own = expected[number].filter(name => name.startsWith('payments'));
      expect(await overHttp(http, 'user:default/pat')).toEqual(own);
      expect(await overMcp(action, input, 'user:default/pat')).toEqual(own);
    },
  );

  it('are answered over MCP with what they ask for', async () => {
    const first = async (filter: string) => {
      const { output } = (await registry.invoke({
        id: 'test:list-clusters',
        input: { filter },
        credentials: mockCredentials.user('user:default/admin'),
      })) as { output: any };
      return output.clusters[0];
    };
    expect((await first('component:payments')).components).toEqual({
      listed: ['component:default/payments'],
      total: 1,
    });
    expect((await first('held:drifted')).heldBy.listed).toEqual([
      'shop/Deployment/web',
    ]);
    expect((await first('next:karpenter')).nextKubernetes).toEqual({
      version: '1.36',
      blockedBy: ['karpenter'],
    });
    const critical = await first('verdict:critical');
    for (const field of ['components', 'heldBy', 'nextKubernetes']) {
      expect(critical).not.toHaveProperty(field);
    }
  });

  it('fit an agent, also those about ten clusters', async () => {
    const { output } = (await registry.invoke({
      id: 'test:list-clusters',
      input: { filter: '' },
      credentials: mockCredentials.user('user:default/admin'),
    })) as { output: any };
    expect(output.clusters).toHaveLength(10);
    expect(JSON.stringify(output).length).toBeLessThan(4_096);
  });

  it('20 does not tell that a hidden cluster exists', async () => {
    const { action } = questions[19];
    await expect(
      overMcp(action, { name: 'plain' }, 'user:default/pat'),
    ).rejects.toThrow('No cluster "plain"');
  });
});
