import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { allKinds } from '@clusterworks/plugin-clusters-health';
import type { KubeConnection } from './KubeConnection';
import { readCluster } from './readCluster';

type Answer = { status: number; body: unknown };
const status = (code: number, message: string): Answer => ({
  status: code,
  body: { kind: 'Status', message },
});
const list = (names: string[], token?: string): Answer => ({
  status: 200,
  body: {
    metadata: token ? { continue: token } : {},
    items: names.map(name => ({ metadata: { name } })),
  },
});

describe('readCluster', () => {
  const asked: string[] = [];
  let server: Server;
  let connection: KubeConnection;
  let answer: (path: string, query: URLSearchParams) => Answer;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://x');
      asked.push(`${url.pathname}?${decodeURIComponent(url.search.slice(1))}`);
      const { status: code, body } = answer(url.pathname, url.searchParams);
      response.writeHead(code, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    connection = {
      server: `http://127.0.0.1:${port}`,
      clusterName: 'x',
      async authorize(options) {
        options.headers = { ...options.headers, authorization: 'Bearer t' };
      },
    };
  });
  afterAll(() => new Promise(resolve => server.close(resolve)));
  beforeEach(() => {
    asked.length = 0;
  });

  const read = async () => {
    const capture = await readCluster(connection, {
      cluster: 'x',
      now: new Date('2026-11-22T10:00:00Z'),
    });
    return Object.fromEntries(
      capture.resources.map(({ resource, state, items, message }) => [
        resource,
        [state, items.length, message],
      ]),
    );
  };

  it('tells forbidden, not installed, broken and fine apart', async () => {
    answer = path => {
      if (path.endsWith('/nodes')) {
        return status(403, 'nodes is forbidden');
      }
      if (path.endsWith('/pods')) {
        return status(401, 'Unauthorized');
      }
      if (path.endsWith('/nodepools')) {
        return status(404, 'not found');
      }
      if (path.endsWith('/events')) {
        return status(500, 'etcd is down');
      }
      if (path.endsWith('/leases')) {
        return { status: 200, body: '<html>' };
      }
      return list([]);
    };
    const found = await read();
    expect(found).toMatchObject({
      nodes: ['forbidden', 0, 'nodes is forbidden'],
      pods: ['forbidden', 0, expect.stringContaining('credentials')],
      'nodepools.karpenter.sh': ['notInstalled', 0, expect.any(String)],
      events: ['unreachable', 0, expect.stringContaining('500 etcd is down')],
      'leases.coordination.k8s.io': ['unreachable', 0, expect.any(String)],
      'deployments.apps': ['ok', 0, undefined],
    });
    expect(Object.keys(found)).toEqual(
      allKinds.map(({ groupResource }) => groupResource),
    );
  });

  it('follows pages, and takes the whole list when a page has expired', async () => {
    answer = (path, query) => {
      if (path.endsWith('/nodes')) {
        return query.get('continue') ? list(['c']) : list(['a', 'b'], 'next');
      }
      if (path.endsWith('/pods')) {
        if (query.get('continue')) {
          return status(410, 'expired');
        }
        return query.get('limit') ? list(['a'], 'next') : list(['a', 'b', 'c']);
      }
      return list([]);
    };
    expect(await read()).toMatchObject({
      nodes: ['ok', 3, undefined],
      pods: ['ok', 3, undefined],
    });
  });

  it('asks for no other ConfigMap and for no heartbeat of nodes', async () => {
    answer = () => list([]);
    await read();
    expect(asked.filter(path => path.includes('fieldSelector'))).toEqual([
      expect.stringContaining(
        '/leases?limit=500&fieldSelector=metadata.namespace!=kube-node-lease',
      ),
      expect.stringContaining(
        '/configmaps?limit=500&fieldSelector=metadata.name=cilium-config',
      ),
    ]);
  });

  it('says unreachable of a server that is gone', async () => {
    const capture = await readCluster(
      { ...connection, server: 'http://127.0.0.1:1' },
      { cluster: 'x', now: new Date() },
    );
    expect(new Set(capture.resources.map(one => one.state))).toEqual(
      new Set(['unreachable']),
    );
    expect(JSON.stringify(capture)).not.toContain('Bearer');
  });
});
