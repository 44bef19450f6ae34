import assert from 'node:assert/strict';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { healthyCluster } from '@clusterworks/kube-fixtures';
import {
  type SimulatedCluster,
  startSimulatedCluster,
} from '@clusterworks/kube-simulator';
import clustersPlugin from '@clusterworks/plugin-clusters-backend';
import {
  clusterDetailSchema,
  fleetResponseSchema,
  ledgerResponseSchema,
} from '@clusterworks/plugin-clusters-common';
import { waitFor } from '@clusterworks/test-support';
import { lexer } from 'marked';
import { main } from '../main';
import { memoryIo } from '../testing/memoryIo';

const keys = {
  accessKeyId: 'AKIATESTCLUSTERWORKS',
  secretAccessKey: 'test-not-a-secret',
};

function clusterEntity(name: string, cluster?: SimulatedCluster) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      labels: { 'clusterworks.dev/environment': cluster ? 'prod' : 'dev' },
      annotations: {
        'clusterworks.dev/vpc-cidrs': '10.40.0.0/16',
        ...(cluster && {
          'kubernetes.io/api-server': cluster.url,
          'kubernetes.io/api-server-certificate-authority': cluster.caData,
          'kubernetes.io/auth-provider': 'aws',
          'kubernetes.io/x-k8s-aws-id': cluster.id,
        }),
      },
    },
    spec: { type: 'kubernetes-cluster', owner: 'group:default/payments' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  };
}

describe('commands that ask a portal', () => {
  let cluster: SimulatedCluster;
  let stop: () => Promise<void>;
  let url: string;

  async function clusters(...args: string[]) {
    const io = memoryIo({ token: `${mockCredentials.user.token()}\n` });
    io.variables.CLUSTERS_PORTAL = url;
    const argv = ['node', 'clusters', ...args, '--token-file', 'token'];
    return { code: await main(argv, io), out: io.out, err: io.err };
  }

  beforeAll(async () => {
    // The leases of these controllers were last renewed long ago.
    cluster = await startSimulatedCluster({
      id: 'payments',
      auth: { type: 'eks', keys, groups: ['clusterworks:readers'] },
      objects: Object.values(healthyCluster()).flat(),
    });
    const { server } = await startTestBackend({
      features: [
        clustersPlugin,
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost' },
            aws: { mainAccount: keys },
            kubernetes: {
              clusterLocatorMethods: [
                { type: 'catalog', dangerouslyAllowClusterUrls: ['127.0.0.1'] },
              ],
            },
            clusters: { guard: { allowedApiServerHosts: ['127.0.0.1'] } },
          },
        }),
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
        catalogServiceMock.factory({
          entities: [
            clusterEntity('payments', cluster),
            clusterEntity('planned'),
          ],
        }),
      ],
    });
    stop = () => server.stop();
    url = `http://127.0.0.1:${server.port()}`;
    await waitFor(async () => {
      const { code, err } = await clusters('fleet', '--fail-on', 'critical');
      assert.deepEqual({ code, err }, { code: 1, err: '' });
      const { out } = await clusters('explain', 'payments', '--output', 'json');
      const { assessment } = clusterDetailSchema.parse(JSON.parse(out));
      const states = assessment?.sources.map(({ state }) => state);
      assert.ok(!states?.includes('reading'));
    });
  });

  afterAll(async () => {
    await stop?.();
    await cluster?.stop();
  });

  it('lists the fleet as a table, worst first', async () => {
    const { code, out } = await clusters('fleet');
    const lines = out.split('\n');
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^VERDICT +CLUSTER +ENVIRONMENT .* WHAT$/);
    expect(lines[1]).toMatch(/^◆ critical +payments +prod .* 1\.\d+/);
    expect(lines[2]).toMatch(/^◌ building +planned +dev .* unknown/);
    expect(out).toContain('2 clusters: 1 critical, 1 building\n');
  });

  it('lists what a filter matches, and says what is not listed', async () => {
    const { out } = await clusters('fleet', 'env:dev', 'verdict:building');
    expect(out).toContain('planned');
    expect(out).not.toContain('critical');
    const page = await clusters('fleet', '--limit', '1');
    expect(page.out).toContain('1 more are not listed; raise --limit');
  });

  it('prints JSON as the API answers it', async () => {
    const fleet = await clusters('fleet', '--output', 'json');
    const { items } = fleetResponseSchema.parse(JSON.parse(fleet.out));
    expect(items.map(({ name }) => name)).toEqual(['payments', 'planned']);
    const ledger = await clusters('ledger', '--output', 'json');
    const { ranges } = ledgerResponseSchema.parse(JSON.parse(ledger.out));
    expect(ranges).toMatchObject([{ overlapsTotal: 1 }, { overlapsTotal: 1 }]);
  });

  it('prints the ledger as a table and as CSV', async () => {
    const { out, code } = await clusters('ledger');
    expect(code).toBe(0);
    expect(out).toMatch(/^RANGE +KIND +CLUSTER /);
    expect(out).toMatch(/10\.40\.0\.0\/16 +vpc +payments .* planned 10\.40/);
    expect(out).toMatch(/^Free: .*192\.168\.0\.0\/16/m);
    const csv = await clusters('ledger', '--output', 'csv');
    expect(csv.out).toMatch(/^cidr,kind,addresses,cluster,/);
  });

  it.each([
    [['fleet', 'env:prod', '--fail-on', 'critical'], 1],
    [['fleet', 'env:prod', '--fail-on', 'warning'], 1],
    [['fleet', 'env:dev', '--fail-on', 'critical'], 2],
    [['fleet', 'env:dev', '--fail-on', 'critical', '--allow-unknown'], 0],
    [['fleet', 'env:prd', '--fail-on', 'critical', '--allow-unknown'], 2],
    [['explain', 'payments', '--fail-on', 'critical'], 1],
    [['explain', 'planned', '--fail-on', 'critical'], 2],
    [['explain', 'planned'], 0],
  ])('%j exits with %i', async (args, expected) => {
    expect((await clusters(...args)).code).toBe(expected);
  });

  it.each([
    [['fleet', 'colour:red'], 'colour'],
    [['fleet', '--limit', '0'], 'limit'],
    [['fleet', '--limit', 'many'], 'limit'],
    [['fleet', '--timeout', '-1'], '--timeout'],
    [['explain', 'absent'], 'No cluster "absent"'],
    [['explain', 'payments', 'karpenter/X9'], 'it has '],
    [['fleet', '--fail-on', 'info'], "'info' is invalid"],
  ])('%j is refused with a reason', async (args, message) => {
    const { code, err, out } = await clusters(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  it('needs a token that the portal accepts', async () => {
    const io = memoryIo();
    Object.assign(io.variables, {
      CLUSTERS_PORTAL: url,
      CLUSTERS_TOKEN: 'stolen',
    });
    expect(await main(['node', 'clusters', 'fleet'], io)).toBe(2);
    expect(io.err).toContain('401');
    expect(io.err).not.toContain('stolen');
  });

  it('explains a cluster, or one finding', async () => {
    const whole = await clusters('explain', 'payments');
    expect(whole.out).toMatch(/^prod · group:default\/payments · Kubernetes 1/);
    expect(whole.out).toContain('◆ CRITICAL');
    expect(whole.out).toMatch(/^ {4}Do: /m);
    const json = await clusters('explain', 'payments', '--output', 'json');
    const { assessment } = clusterDetailSchema.parse(JSON.parse(json.out));
    const [first] = assessment?.findings ?? [];
    for (const key of [first.id, first.code, first.rule]) {
      const { out } = await clusters('explain', 'payments', key);
      expect(out).toContain(first.code);
      expect(out).not.toContain('Checks:');
    }
  });

  it('writes a summary for GitHub', async () => {
    const fleet = await clusters('fleet', '--output', 'github');
    expect(fleet.out).toMatch(/^### 2 clusters: 1 critical/);
    const types = lexer(fleet.out).map(({ type }) => type);
    expect(types).toEqual(['heading', 'table']);
    const one = await clusters('explain', 'payments', '--output', 'github');
    expect(one.out).toMatch(/^### ◆ CRITICAL payments: /);
    expect(one.out).toMatch(/^- Do: /m);
  });
});
