import { eventually } from '@clusterworks/test-support';
import type { SimulatedCluster } from './startSimulatedCluster';
import { startSimulatedCluster } from './startSimulatedCluster';
import type { KubeObject } from '@clusterworks/kube-fixtures';
import { TestClient } from '../testing/TestClient';

function configMap(name: string, labels?: Record<string, string>): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'default', ...(labels && { labels }) },
    data: { key: 'value' },
  };
}

function nodePool(name: string): KubeObject {
  return {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: { name },
  };
}

function pod(name: string, nodeName: string, phase: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default' },
    spec: { nodeName },
    status: { phase },
  };
}

const maps = '/api/v1/configmaps';

describe('startSimulatedCluster', () => {
  let cluster: SimulatedCluster;
  let client: TestClient;

  beforeEach(async () => {
    cluster = await startSimulatedCluster({
      id: 'test',
      auth: { type: 'token', token: 't' },
      objects: ['e', 'a', 'd', 'b', 'c'].map(name =>
        configMap(`cm-${name}`, { x: name }),
      ),
      watchTimes: { bookmarkMs: 50 },
    });
    client = new TestClient(cluster.url, cluster.caData, 't');
  });

  afterEach(async () => {
    client.close();
    await cluster.stop();
  });

  it('lists in pages that all show the first state', async () => {
    const first = (await client.get(`${maps}?limit=2`)).json();
    expect(first.items.map((item: KubeObject) => item.metadata.name)).toEqual([
      'cm-a',
      'cm-b',
    ]);
    expect(first.metadata.remainingItemCount).toBe(3);
    cluster.delete(configMap('cm-c'));
    cluster.apply(configMap('cm-bb'));
    const next = encodeURIComponent(first.metadata.continue);
    const second = (
      await client.get(`${maps}?limit=9&continue=${next}`)
    ).json();
    expect(second.items.map((item: KubeObject) => item.metadata.name)).toEqual([
      'cm-c',
      'cm-d',
      'cm-e',
    ]);
    expect(second.metadata).toEqual({
      resourceVersion: first.metadata.resourceVersion,
    });
  });

  it('answers 410 to a continue token from before a compaction', async () => {
    const first = (await client.get(`${maps}?limit=2`)).json();
    cluster.compact();
    const response = await client.get(
      `${maps}?limit=2&continue=${first.metadata.continue}`,
    );
    expect(response.status).toBe(410);
    expect(response.json().reason).toBe('Expired');
    const again = await client.get(
      `${maps}?limit=9&continue=${response.json().metadata.continue}`,
    );
    expect(again.json().items).toHaveLength(3);
  });

  it.each([
    ['labelSelector=x%3Da', 1],
    ['labelSelector=x%20in%20(a,b)', 2],
    ['labelSelector=x%20notin%20(a,b)', 3],
    ['labelSelector=x,!y', 5],
    ['labelSelector=x!%3Da', 4],
    ['labelSelector=y', 0],
    ['fieldSelector=metadata.name%3Dcm-a', 1],
    ['fieldSelector=metadata.name!%3Dcm-a', 4],
  ])('selects by %s', async (query, count) => {
    expect((await client.get(`${maps}?${query}`)).json().items).toHaveLength(
      count,
    );
  });

  it('selects pods by phase and node', async () => {
    cluster.apply(pod('p1', 'n1', 'Running'));
    cluster.apply(pod('p2', '', 'Pending'));
    const names = async (selector: string) =>
      (await client.get(`/api/v1/pods?fieldSelector=${selector}`))
        .json()
        .items.map((item: KubeObject) => item.metadata.name);
    await expect(names('status.phase=Pending')).resolves.toEqual(['p2']);
    await expect(
      names('spec.nodeName=n1,status.phase!=Pending'),
    ).resolves.toEqual(['p1']);
    await expect(names('spec.nodeName=')).resolves.toEqual(['p2']);
  });

  it('watches from a version, with a bookmark at the end', async () => {
    const { resourceVersion } = (await client.get(maps)).json().metadata;
    cluster.apply(configMap('new'));
    const watch = client.get(
      `${maps}?watch=1&timeoutSeconds=1&allowWatchBookmarks=true&resourceVersion=${resourceVersion}`,
    );
    await eventually(() => cluster.counters.watchesOpen === 1);
    cluster.delete(configMap('new'));
    const lines = (await watch).lines();
    expect(lines[0]).toMatchObject({
      type: 'ADDED',
      object: { kind: 'ConfigMap', metadata: { name: 'new' } },
    });
    expect(lines.filter(line => line.type === 'DELETED')).toHaveLength(1);
    expect(lines[lines.length - 1]).toEqual({
      type: 'BOOKMARK',
      object: {
        kind: 'ConfigMap',
        apiVersion: 'v1',
        metadata: { resourceVersion: String(cluster.store.resourceVersion) },
      },
    });
  });

  it('shows objects that leave a selector as deleted', async () => {
    const { resourceVersion } = (await client.get(maps)).json().metadata;
    cluster.apply(configMap('cm-a', { x: 'other' }));
    cluster.apply(configMap('cm-b', { x: 'a' }));
    cluster.apply(configMap('cm-c', { x: 'unseen' }));
    const lines = (
      await client.get(
        `${maps}?watch=1&timeoutSeconds=1&labelSelector=x%3Da&resourceVersion=${resourceVersion}`,
      )
    ).lines();
    expect(lines.map(line => [line.type, line.object.metadata.name])).toEqual([
      ['DELETED', 'cm-a'],
      ['ADDED', 'cm-b'],
    ]);
  });

  it('sends the initial events and marks their end', async () => {
    const lines = (
      await client.get(
        `${maps}?watch=1&timeoutSeconds=1&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan`,
      )
    ).lines();
    expect(lines.slice(0, 6).map(line => line.type)).toEqual([
      'ADDED',
      'ADDED',
      'ADDED',
      'ADDED',
      'ADDED',
      'BOOKMARK',
    ]);
    expect(lines[5].object.metadata.annotations).toEqual({
      'k8s.io/initial-events-end': 'true',
    });
  });

  it('answers 410 inside of a watch after compaction', async () => {
    const { resourceVersion } = (await client.get(maps)).json().metadata;
    cluster.compact();
    const lines = (
      await client.get(`${maps}?watch=1&resourceVersion=${resourceVersion}`)
    ).lines();
    expect(lines).toEqual([
      {
        type: 'ERROR',
        object: expect.objectContaining({ code: 410, reason: 'Expired' }),
      },
    ]);
  });

  it('installs and removes a custom resource while it runs', async () => {
    const pools = '/apis/karpenter.sh/v1/nodepools';
    cluster.apply(nodePool('general'));
    expect((await client.get(pools)).json().items[0]).toMatchObject({
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodePool',
    });
    const watch = client.get(`${pools}?watch=1&resourceVersion=0`);
    await eventually(() => cluster.counters.watchesOpen === 1);
    const definition = cluster.store.get(
      'apiextensions.k8s.io/v1',
      'CustomResourceDefinition',
      'nodepools.karpenter.sh',
    )!;
    cluster.delete(definition);
    expect((await watch).lines()).toHaveLength(1);
    const absent = await client.get(pools);
    expect([absent.status, absent.text]).toEqual([404, '404 page not found\n']);
    cluster.apply(definition);
    expect((await client.get(pools)).json().items).toEqual([]);
  });

  it('counts what it serves', async () => {
    await client.get(maps);
    await client.get(`${maps}/x`);
    await client.get('/api/v1/namespaces/default/configmaps/cm-a');
    expect(cluster.counters).toMatchObject({
      connections: 1,
      requests: 3,
      lists: { configmaps: 1 },
      gets: { configmaps: 2 },
      watchesOpen: 0,
    });
  });

  it('compresses large lists when the client takes that', async () => {
    for (let index = 0; index < 60; index += 1) {
      cluster.apply({
        ...configMap(`big-${index}`),
        data: { a: 'x'.repeat(4000) },
      });
    }
    const plain = await client.get(maps);
    const zipped = await client.get(maps, {
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(zipped.headers['content-encoding']).toBe('gzip');
  });

  it('keeps Secrets from readers and tells what they may do', async () => {
    expect((await client.get('/api/v1/secrets')).status).toBe(403);
    const review = async (resource: string) =>
      (
        await client.get(
          '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
          {
            body: JSON.stringify({
              spec: { resourceAttributes: { verb: 'list', resource } },
            }),
          },
        )
      ).json().status.allowed;
    await expect(review('secrets')).resolves.toBe(false);
    await expect(review('pods')).resolves.toBe(true);
    const rules = await client.get(
      '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews',
      { body: '{"spec":{"namespace":"default"}}' },
    );
    expect(rules.status).toBe(201);
    expect(JSON.stringify(rules.json())).not.toContain('secrets');
  });

  it('closes and opens its port, and drops watches', async () => {
    const watch = client.get(`${maps}?watch=1&resourceVersion=0`);
    await eventually(() => cluster.counters.watchesOpen === 1);
    cluster.dropWatches('configmaps');
    await watch;
    await cluster.pause();
    client.close();
    await cluster.resume();
    const again = new TestClient(cluster.url, cluster.caData, 't');
    expect((await again.get('/version')).json().gitVersion).toBe('v1.35.4');
    again.close();
  });

  it('serves a certificate of an unknown authority, and its own again', async () => {
    cluster.breakTls();
    const distrusting = new TestClient(cluster.url, cluster.caData, 't');
    await expect(distrusting.get('/version')).rejects.toThrow();
    distrusting.close();
    cluster.repairTls();
    const again = new TestClient(cluster.url, cluster.caData, 't');
    expect((await again.get('/version')).status).toBe(200);
    again.close();
  });

  describe('faults', () => {
    it.each([401, 403, 429, 500, 503] as const)(
      'answers %i for one kind',
      async code => {
        const clear = cluster.faults.add(
          { type: 'status', code },
          { resource: 'pods' },
        );
        const response = await client.get('/api/v1/pods');
        expect([response.status, response.json().code]).toEqual([code, code]);
        expect((await client.get(maps)).status).toBe(200);
        clear();
        expect((await client.get('/api/v1/pods')).status).toBe(200);
      },
    );

    it('truncates, garbles, floods, delays and resets', async () => {
      const once = async (action: Parameters<typeof cluster.faults.add>[0]) => {
        const clear = cluster.faults.add(action, { verb: 'list' });
        try {
          return await client.get(maps);
        } finally {
          clear();
        }
      };
      const truncated = await once({ type: 'truncate' });
      expect(() => truncated.json()).toThrow();
      const malformed = await once({ type: 'malformed' });
      expect(() => malformed.json()).toThrow();
      const flooded = await once({ type: 'flood', bytes: 1_000_000 });
      expect(flooded.text.length).toBeGreaterThanOrEqual(1_000_000);
      expect(flooded.json().items).toHaveLength(5);
      const before = Date.now();
      expect((await once({ type: 'slow', delayMs: 60 })).status).toBe(200);
      expect(Date.now() - before).toBeGreaterThanOrEqual(55);
      await expect(once({ type: 'reset' })).rejects.toThrow();
      const hung = await Promise.race([
        once({ type: 'hang' }),
        // Another request, sent later, is answered while this one hangs.
        client.get('/version').then(() => 'still waiting'),
      ]);
      expect(hung).toBe('still waiting');
    });
  });
});
