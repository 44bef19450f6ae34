import type { KubeObject } from '@clusterworks/kube-fixtures';
import {
  eventually,
  type RealKube,
  hasRealKube,
  startRealKube,
} from '@clusterworks/test-support';
import type { SimulatedCluster } from './startSimulatedCluster';
import { startSimulatedCluster } from './startSimulatedCluster';
import type { TestResponse } from '../testing/TestClient';
import { TestClient } from '../testing/TestClient';

const describeReal = hasRealKube ? describe : describe.skip;

const names = ['a', 'b', 'c', 'd', 'e'];
const maps = '/api/v1/namespaces/default/configmaps';

function configMap(name: string): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `cm-${name}`, namespace: 'default', labels: { x: name } },
  };
}

/** Values that differ between runs: ids, times, versions, addresses. */
function normal(text: string): string {
  return text
    .replace(/"managedFields":\[.*?\}\}\}?\}?\]/g, '"managedFields":[]')
    .replace(/,"managedFields":\[[^\]]*\]/g, '')
    .replace(/"uid":"[^"]*"/g, '"uid":"…"')
    .replace(/"(resourceVersion|continue)":"[^"]+"/g, '"$1":"…"')
    .replace(/"creationTimestamp":"[^"]*"/g, '"creationTimestamp":"…"')
    .replace(/current: \d+/, 'current: …')
    .replace(/User \\"[^"]*\\"/, 'User \\"…\\"')
    .replace(/(continue key is not valid: )[^,]*","reason/, '$1","reason')
    .replace(/127\.0\.0\.1:\d+/, '127.0.0.1:…');
}

function seen(response: TestResponse) {
  return {
    status: response.status,
    type: response.headers['content-type'],
    cache: response.headers['cache-control'],
    audited: response.headers['audit-id'] !== undefined,
    // The order of keys is no part of JSON.
    body: normal(response.text).split('\n').filter(Boolean).map(parsed),
  };
}

function parsed(line: string): unknown {
  if (!line.startsWith('{')) {
    return line;
  }
  const value = JSON.parse(line);
  if (value.type === 'BOOKMARK') {
    // Go writes the empty fields of some kinds: "spec":{"containers":null}.
    delete value.object.spec;
    delete value.object.status;
  }
  return value;
}

const encoded = (text: string) => Buffer.from(text).toString('base64');

describeReal('the simulated API server answers as the real one', () => {
  let real: RealKube;
  let simulated: SimulatedCluster;
  let clients: Record<string, [TestClient, TestClient]> = {};

  beforeAll(async () => {
    real = await startRealKube();
    await real.installCrds(['karpenter-v1.14.1']);
    simulated = await startSimulatedCluster({
      id: 'x',
      auth: {
        type: 'custom',
        access: {
          authenticate: header =>
            header === 'Bearer admin' || header === 'Bearer nobody'
              ? { name: header.slice(7), groups: [] }
              : undefined,
          authorize: user => user.name === 'admin',
        },
      },
    });
    const pair = (ours: string, theirs: string): [TestClient, TestClient] => [
      new TestClient(simulated.url, simulated.caData, ours),
      new TestClient(real.server, encoded(real.ca), theirs),
    ];
    clients = {
      admin: pair('admin', real.tokens.admin),
      nobody: pair('nobody', real.tokens.nobody),
      stranger: pair('wrong', 'wrong'),
    };
    for (const name of names) {
      simulated.apply(configMap(name));
      await clients.admin[1].get(maps, {
        body: JSON.stringify(configMap(name)),
        headers: { 'content-type': 'application/json' },
      });
    }
    // The real server needs a moment before it serves a new CRD.
    const pools = '/apis/karpenter.sh/v1/nodepools';
    await eventually(
      async () => (await clients.admin[1].get(pools)).status === 200,
    );
  });

  afterAll(async () => {
    Object.values(clients)
      .flat()
      .forEach(client => client.close());
    await real?.stop();
    await simulated?.stop();
  });

  async function both(user: string, path: string, options = {}) {
    const [ours, theirs] = clients[user];
    return Promise.all([ours.get(path, options), theirs.get(path, options)]);
  }

  const table = 'application/json;as=Table;v=v1;g=meta.k8s.io';
  const partial =
    'application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io';

  it.each([
    ['admin', maps],
    ['admin', `${maps}?limit=2`],
    ['admin', `${maps}?limit=2&labelSelector=x`],
    ['admin', `${maps}?labelSelector=x%20notin%20(a,b),x!%3Dc`],
    ['admin', `${maps}?fieldSelector=metadata.name%3Dcm-a`],
    ['admin', `${maps}?continue=bogus`],
    ['admin', `${maps}?limit=abc`],
    ['admin', `${maps}?labelSelector=x%3D%3D%3Da`],
    ['admin', `${maps}?fieldSelector=status.phase%3Dx`],
    ['admin', `${maps}?resourceVersion=99999999`],
    ['admin', `${maps}/cm-a`],
    ['admin', `${maps}/nope`],
    ['admin', '/apis/karpenter.sh/v1/nodepools'],
    ['admin', '/apis/karpenter.sh/v1/nodepools/nope'],
    ['admin', '/apis/karpenter.sh/v1/nodepools?fieldSelector=spec.weight%3D1'],
    ['admin', '/apis/karpenter.sh/v1/unknowns'],
    ['admin', '/apis/unknown.example/v1/things'],
    ['admin', '/nowhere'],
    ['admin', '/api'],
    ['admin', '/healthz'],
    ['admin', '/api/v1/pods'],
    ['nobody', '/api/v1/pods'],
    ['nobody', '/api/v1/namespaces/default/pods?watch=1'],
    ['nobody', '/apis/karpenter.sh/v1/nodepools/x'],
    ['nobody', '/apis/unknown.example/v1/things'],
    ['stranger', '/api/v1/nodes'],
    ['admin', `${maps}?watch=1&resourceVersion=abc`],
    ['admin', `${maps}?watch=1&timeoutSeconds=1&sendInitialEvents=true`],
    ['admin', `${maps}?watch=1&timeoutSeconds=1&resourceVersion=0`],
    [
      'admin',
      '/apis/karpenter.sh/v1/nodepools?watch=1&timeoutSeconds=1&allowWatchBookmarks=true',
    ],
    [
      'admin',
      '/api/v1/namespaces/none/pods?watch=1&timeoutSeconds=1&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan',
    ],
  ])('%s %s', async (user, path) => {
    const [ours, theirs] = await both(user, path);
    const unlessBookmarks = (response: TestResponse) => {
      const view = seen(response);
      return {
        ...view,
        // A real server may send further bookmarks at any time after the
        // first.
        body: view.body.filter(
          line =>
            (line as { type?: string }).type !== 'BOOKMARK' ||
            JSON.stringify(line).includes('initial-events-end'),
        ),
      };
    };
    expect(unlessBookmarks(ours)).toEqual(unlessBookmarks(theirs));
  });

  it('continues a list where it stopped', async () => {
    const pages = await Promise.all(
      clients.admin.map(async client => {
        const first = (await client.get(`${maps}?limit=2`)).json();
        const token = first.metadata.continue;
        const decoded = JSON.parse(Buffer.from(token, 'base64url').toString());
        const second = await client.get(`${maps}?limit=2&continue=${token}`);
        return {
          // The rest of a token is internal to the server.
          token: Object.keys(decoded),
          same:
            second.json().metadata.resourceVersion ===
            first.metadata.resourceVersion,
          second: seen(second).body,
        };
      }),
    );
    expect(pages[0]).toEqual(pages[1]);
  });

  it('serves metadata only, and tables', async () => {
    const [ours, theirs] = await both('admin', `${maps}?limit=1`, {
      headers: { accept: partial.replace('Metadata;', 'MetadataList;') },
    });
    expect(seen(ours)).toEqual(seen(theirs));
    const tables = await both('admin', `${maps}?limit=1`, {
      headers: { accept: table },
    });
    const [left, right] = tables.map(response => response.json());
    expect(Object.keys(left)).toEqual(Object.keys(right));
    expect(Object.keys(left.rows[0])).toEqual(Object.keys(right.rows[0]));
    expect(left.rows[0].object.kind).toBe(right.rows[0].object.kind);
    expect(left.rows[0].cells[0]).toBe(right.rows[0].cells[0]);
  });

  it('describes the kinds that both serve in the same words', async () => {
    for (const path of ['/api/v1', '/apis/apps/v1', '/apis/karpenter.sh/v1']) {
      const [ours, theirs] = await both('admin', path);
      const known = new Map(
        theirs
          .json()
          .resources.map((item: { name: string }) => [item.name, item]),
      );
      expect({ ...ours.json(), resources: [] }).toEqual({
        ...theirs.json(),
        resources: [],
      });
      for (const resource of ours.json().resources) {
        const { verbs, ...words } = resource;
        expect(known.get(resource.name)).toMatchObject(words);
        expect((known.get(resource.name) as typeof resource).verbs).toEqual(
          expect.arrayContaining(verbs),
        );
      }
    }
    const accept =
      'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
    const [ours, theirs] = await both('admin', '/api', { headers: { accept } });
    expect(Object.keys(ours.json())).toEqual(Object.keys(theirs.json()));
    const kinds = (response: TestResponse) =>
      response.json().items[0].versions[0];
    expect(kinds(theirs)).toMatchObject({ version: kinds(ours).version });
  });

  it('tells its version in the same shape', async () => {
    const [ours, theirs] = await both('nobody', '/version');
    expect(Object.keys(ours.json())).toEqual(Object.keys(theirs.json()));
    expect(ours.json().gitVersion).toBe(theirs.json().gitVersion);
  });

  it('answers access reviews alike', async () => {
    const body = JSON.stringify({
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: { resourceAttributes: { verb: 'list', resource: 'pods' } },
    });
    const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
    const options = { body, headers: { 'content-type': 'application/json' } };
    for (const user of ['admin', 'nobody']) {
      const [ours, theirs] = await both(user, path, options);
      expect(ours.status).toBe(theirs.status);
      expect(ours.json().spec).toEqual(theirs.json().spec);
      expect(ours.json().status.allowed).toBe(theirs.json().status.allowed);
    }
  });
});
