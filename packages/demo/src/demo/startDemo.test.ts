import { ConfigReader } from '@backstage/config';
import { AwsIamStrategy } from '@backstage/plugin-kubernetes-backend';
import { renderCluster } from '@clusterworks/plugin-clusters-blueprint';
import {
  parseClusterSpec,
  parseClusterStatusYaml,
} from '@clusterworks/plugin-clusters-spec';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestClient } from '@clusterworks/kube-simulator';
import { eventually } from '@clusterworks/test-support';
import type { Demo } from './DemoOptions';
import { demoAwsKeys } from './DemoOptions';
import { startDemo } from './startDemo';
import { demoFleet } from './fleet';

async function tokenFor(name: string): Promise<string> {
  const strategy = new AwsIamStrategy({
    config: new ConfigReader({ aws: { mainAccount: { ...demoAwsKeys } } }),
  });
  const credential = await strategy.getCredential({
    name,
    url: '',
    authMetadata: { 'kubernetes.io/x-k8s-aws-id': name },
  });
  return credential.type === 'bearer token' ? credential.token : '';
}

async function clientOf(demo: Demo, environment: string, name: string) {
  const text = await demo.github.repository.readFile(
    `clusters/${environment}/${name}/status.yaml`,
  );
  const { status } = parseClusterStatusYaml(text ?? '');
  return new TestClient(
    status.endpoint,
    status.certificateAuthority,
    await tokenFor(status.eksName),
  );
}

/** One cluster of each reachability, and one in trouble. */
const fleet = demoFleet().slice(0, 4);

describe('startDemo', () => {
  let directory: string;
  let demo: Demo;
  const start = () =>
    startDemo({
      directory,
      githubPort: 0,
      clusterPortBase: 0,
      applyDelayMs: 50,
      fleet,
    });

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'clusterworks-demo-'));
    demo = await start();
  });

  afterAll(async () => {
    await demo.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('has the whole fleet, and says so to the launcher', async () => {
    const response = await fetch(`${demo.github.url}/_demo/status`);
    const names = fleet.map(({ spec }) => spec.metadata.name);
    expect((await response.json()).clusters).toEqual(names);
  });

  it('has a cluster whose last change was merged some hours ago', async () => {
    const { repository } = demo.github;
    const [pull, ...others] = repository.pulls.list();
    expect(others).toEqual([]);
    expect(pull.head).toBe('clusterworks/pool-payments-prod');
    const hours = (Date.now() - Date.parse(pull.mergedAt ?? '')) / 3_600_000;
    expect(hours).toBeGreaterThan(1);
    expect(hours).toBeLessThan(12);
    const path = 'clusters/prod/payments-prod/cluster.yaml';
    const { git } = repository;
    expect(await git.diff(pull.baseSha, pull.headSha)).toContain('cpu: "200"');
    expect(await repository.readFile(path)).not.toContain('"200"');
  });

  it('lets the portal in with a token of the AWS strategy', async () => {
    const client = await clientOf(demo, 'prod', 'payments-prod');
    const pools = (await client.get('/apis/karpenter.sh/v1/nodepools')).json();
    expect(pools.items.map((each: any) => each.metadata.name)).toEqual([
      'general',
      'gpu',
      'gpu-spot',
    ]);
    client.close();
    const stranger = new TestClient(
      demo.clusters.get('payments-prod')!.endpoint,
      demo.clusters.get('payments-prod')!.caData,
      await tokenFor('search-dev'),
    );
    expect((await stranger.get('/version')).status).toBe(401);
    stranger.close();
  });

  it('has a forbidden and an unreachable cluster', async () => {
    const forbidden = await clientOf(demo, 'staging', 'reports-staging');
    const nodes = await forbidden.get('/api/v1/nodes');
    expect([nodes.status, nodes.json().message]).toEqual([
      403,
      'nodes is forbidden: User "arn:aws:iam::123456789012:role/backstage" cannot list resource "nodes" in API group "" at the cluster scope',
    ]);
    expect((await forbidden.get('/version')).status).toBe(200);
    expect((await forbidden.get('/apis')).status).toBe(200);
    forbidden.close();
    const unreachable = await clientOf(demo, 'prod', 'legacy-eu');
    await expect(unreachable.get('/version')).rejects.toThrow('ECONNREFUSED');
    unreachable.close();
  });

  it('applies a cluster that is merged', async () => {
    const { files } = renderCluster(
      parseClusterSpec({
        apiVersion: 'clusterworks.dev/v1alpha1',
        kind: 'Cluster',
        metadata: { name: 'orders-dev', owner: 'group:default/payments' },
        spec: {
          environment: 'dev',
          region: 'eu-west-1',
          network: { vpcCidr: '10.50.0.0/16' },
        },
      }),
    );
    const paths = new Set(await demo.github.repository.listFiles());
    const status = 'clusters/dev/orders-dev/status.yaml';
    const post = (action: string) =>
      fetch(`${demo.github.url}/_demo/applies/${action}`, { method: 'POST' });
    expect((await post('hold')).status).toBe(202);
    const merged = Date.now();
    await demo.github.repository.commit({
      message: 'Create orders-dev',
      write: Object.fromEntries(
        Object.entries(files).filter(([path]) => !paths.has(path)),
      ),
    });
    expect(await demo.github.repository.readFile(status)).toBeUndefined();
    expect((await post('release')).status).toBe(202);
    await eventually(() => demo.github.repository.readFile(status));
    const client = await clientOf(demo, 'dev', 'orders-dev');
    const kubeSystem = '/apis/apps/v1/namespaces/kube-system/deployments';
    expect((await client.get(kubeSystem)).status).toBe(200);
    // Its world has only just begun: nothing in it is older than the merge.
    const { items } = (await client.get('/api/v1/nodes')).json();
    const older = items.filter(
      ({ metadata }: { metadata: { creationTimestamp: string } }) =>
        Date.parse(metadata.creationTimestamp) < merged - 1_000,
    );
    expect(older).toEqual([]);
    client.close();
  });

  it('continues after a restart, with higher resourceVersions', async () => {
    const versionOf = async () => {
      const client = await clientOf(demo, 'prod', 'payments-prod');
      const list = await client.get('/api/v1/nodes?limit=1');
      client.close();
      return Number(list.json().metadata.resourceVersion);
    };
    const before = await versionOf();
    const names = [...demo.clusters.keys()];
    const authority = demo.clusters.get('payments-prod')!.caData;
    await demo.stop();
    demo = await start();
    expect(await versionOf()).toBeGreaterThan(before);
    expect([...demo.clusters.keys()].sort()).toEqual([...names].sort());
    expect(demo.clusters.get('payments-prod')!.caData).toBe(authority);
  });

  it('takes another port, and publishes it, when one is taken', async () => {
    const { port } = demo.clusters.get('reports-staging')!.record;
    await demo.stop();
    const other = createServer();
    await new Promise<void>(resolve => {
      other.listen(port, '127.0.0.1', resolve);
    });
    demo = await start();
    expect(demo.clusters.get('reports-staging')!.record.port).not.toBe(port);
    const client = await clientOf(demo, 'staging', 'reports-staging');
    expect((await client.get('/version')).status).toBe(200);
    client.close();
    await new Promise(resolve => other.close(resolve));
  });

  it('starts a scenario by name', async () => {
    await expect(
      demo.startScenario('payments-prod', 'unknown' as never),
    ).rejects.toThrow('there is no scenario unknown');
    const response = await fetch(
      `${demo.github.url}/_demo/clusters/reports-staging/scenario/stuck-ciliumnode`,
      { method: 'POST' },
    );
    expect(response.status).toBe(202);
    expect(demo.clusters.get('reports-staging')!.record.scenario).toBe(
      'stuck-ciliumnode',
    );
  });
});
