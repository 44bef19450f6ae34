import { ConfigReader } from '@backstage/config';
import { AwsIamStrategy } from '@backstage/plugin-kubernetes-backend';
import { TestClient } from '@clusterworks/kube-simulator';
import { demoAwsKeys } from '@clusterworks/demo';
import { startBenchmarkFleet } from './startBenchmarkFleet';

async function tokenFor(id: string): Promise<string> {
  const strategy = new AwsIamStrategy({
    config: new ConfigReader({ aws: { mainAccount: { ...demoAwsKeys } } }),
  });
  const credential = await strategy.getCredential({
    name: id,
    url: '',
    authMetadata: {},
  });
  return credential.type === 'bearer token' ? credential.token : '';
}

describe('startBenchmarkFleet', () => {
  it.each(['own', 'shared'] as const)(
    'serves many small clusters: ports %s',
    async ports => {
      const fleet = await startBenchmarkFleet({
        clusters: 20,
        nodes: 12,
        ports,
        rates: { nodeStatusMs: 2_000, leaseMs: 500 },
      });
      try {
        expect(new Set(fleet.clusters.map(({ url }) => url)).size).toBe(20);
        const { id, url, caData } = fleet.clusters[7];
        const { origin, pathname } = new URL(url);
        const prefix = pathname === '/' ? '' : pathname;
        const client = new TestClient(origin, caData, await tokenFor(id));
        const nodes = (await client.get(`${prefix}/api/v1/nodes`)).json();
        expect(nodes.items).toHaveLength(12);
        const { resourceVersion } = nodes.metadata;
        const beats = await client.get(
          `${prefix}/api/v1/nodes?watch=1&timeoutSeconds=1&resourceVersion=${resourceVersion}`,
        );
        // 12 nodes in two seconds.
        expect(beats.lines().length).toBeGreaterThan(2);
        client.close();
      } finally {
        await fleet.stop();
      }
    },
  );

  it('has clusters that share what has not changed', async () => {
    const fleet = await startBenchmarkFleet({
      clusters: 3,
      nodes: 50,
      ports: 'shared',
    });
    await fleet.stop();
    const [first, second] = fleet.clusters.map(({ store }) => store);
    const [a, b] = [first, second].map(store => store.list('v1', 'Node'));
    expect(a).toHaveLength(50);
    expect(a.every((node, index) => node === b[index])).toBe(true);
  });
});
