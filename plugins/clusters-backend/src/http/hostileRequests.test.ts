import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { mockCredentials } from '@backstage/backend-test-utils';
import { waitFor } from '@clusterworks/test-support';
import { clusterEntity } from '../__testUtils__/clusterEntity';
import { startClustersBackend } from '../__testUtils__/startClustersBackend';

interface HostileRequest {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

const get = (path: string, headers = {}): HostileRequest => ({ path, headers });
const render = (
  body: string | Buffer,
  headers: Record<string, string> = {},
): HostileRequest => ({
  method: 'POST',
  path: '/v1/render',
  headers: { 'content-type': 'application/json', ...headers },
  body,
});

const cursorOf = (value: unknown) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** Requests that a signed-in user can send, with the status of the answer. */
const attacks: [what: string, request: HostileRequest, status: number][] = [
  // Names of clusters.
  ['a name that climbs', get('/v1/clusters/..%2F..%2Fetc%2Fpasswd'), 404],
  ['a name with a NUL', get('/v1/clusters/x%00'), 404],
  ['a name that is no UTF-8', get('/v1/clusters/%ff%fe'), 400],
  ['a name with a header', get('/v1/clusters/x%0d%0aSet-Cookie:%20a=b'), 404],
  ['a name without end', get(`/v1/clusters/${'a'.repeat(10_000)}`), 400],
  ['a look-alike of a name', get('/v1/clusters/%D1%85'), 404],
  ['a name of full width', get('/v1/clusters/%EF%BD%98'), 404],
  ['a pattern instead of a name', get('/v1/clusters/%25'), 404],
  // The query language.
  ['parentheses', get(`/v1/fleet?filter=${'('.repeat(500)}`), 400],
  ['negations', get(`/v1/fleet?filter=${'NOT%20'.repeat(100)}x`), 200],
  ['alternatives', get(`/v1/fleet?filter=${'a%20OR%20'.repeat(90)}a`), 200],
  ['unknown keys', get(`/v1/fleet?filter=${'q:1%20'.repeat(120)}`), 400],
  ['one long key', get(`/v1/fleet?filter=${'q'.repeat(490)}:1`), 400],
  ['quotes', get(`/v1/fleet?filter=${'%22'.repeat(499)}`), 400],
  ['a filter too long', get(`/v1/fleet?filter=${'a'.repeat(501)}`), 400],
  ['two filters', get('/v1/fleet?filter=a&filter=b'), 400],
  ['a filter that is an object', get('/v1/fleet?filter[a]=b'), 400],
  ['a limit without end', get('/v1/fleet?limit=1e308'), 400],
  ['a cursor before all', get(`/v1/fleet?cursor=${cursorOf(['x', -9])}`), 200],
  ['a cursor of another kind', get(`/v1/fleet?cursor=${cursorOf({})}`), 400],
  ['a version that nobody gave out', get('/v1/fleet?since=%00..%2F'), 200],
  ['a version without end', get(`/v1/fleet?since=${'a'.repeat(101)}`), 400],
  ['two versions', get('/v1/fleet?since=a&since=b'), 400],
  // Names of a history.
  ['no names', get('/v1/fleet/history'), 400],
  ['empty names', get('/v1/fleet/history?names=,,'), 400],
  ['names that climb', get('/v1/fleet/history?names=..%2F..%2Fa'), 200],
  ['a name twice', get('/v1/fleet/history?names=a&names=b'), 400],
  ['101 names', get(`/v1/fleet/history?names=a${',a'.repeat(100)}`), 400],
  // Headers.
  [
    'a header without end',
    get('/v1/fleet', { 'x-a': 'a'.repeat(40_000) }),
    431,
  ],
  ['tags', get('/v1/fleet', { 'if-none-match': '"a",'.repeat(2_000) }), 200],
  [
    'encodings',
    get('/v1/fleet', { 'accept-encoding': 'a;q=,*'.repeat(900) }),
    200,
  ],
  // Bodies.
  ['no spec', render('{}'), 400],
  ['null', render('null'), 400],
  ['a list', render('[]'), 400],
  ['no JSON', render('{'), 400],
  ['a text', render('x', { 'content-type': 'text/plain' }), 400],
  [
    'a nest',
    render(`{"spec":${'['.repeat(60_000)}${']'.repeat(60_000)}}`),
    400,
  ],
  ['too much', render(`{"spec":"${'a'.repeat(300_000)}"}`), 400],
  [
    'little that becomes much',
    render(gzipSync(`{"spec":"${'a'.repeat(50_000_000)}"}`), {
      'content-encoding': 'gzip',
    }),
    400,
  ],
  ['another method', { method: 'DELETE', path: '/v1/clusters/x' }, 404],
];

describe('a hostile request', () => {
  let backend: Awaited<ReturnType<typeof startClustersBackend>>;

  /**
   * Sends the request as raw bytes: an HTTP client would correct or refuse some
   * of it.
   */
  async function send({ method = 'GET', path, headers, body }: HostileRequest) {
    const { port } = backend.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const head = {
      host: 'x',
      connection: 'close',
      authorization: mockCredentials.user.header(),
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
      ...headers,
    };
    socket.write(`${method} /api/clusters${path} HTTP/1.1\r\n`);
    for (const [key, value] of Object.entries(head)) {
      socket.write(`${key}: ${value}\r\n`);
    }
    socket.write('\r\n');
    // A server that refuses the request early closes the connection while it is
    // sent.
    socket.on('error', () => {});
    socket.write(body ?? '');
    const answer = await text(socket);
    const [heading, ...rest] = answer.split('\r\n\r\n');
    const status = Number(/^HTTP\/1\.1 (\d+)/.exec(heading)?.[1]);
    return { status, heading, content: rest.join('\r\n\r\n') };
  }

  beforeAll(async () => {
    backend = await startClustersBackend({ entities: [clusterEntity('x')] });
    await waitFor(async () => {
      assert.equal((await send(get('/v1/clusters/x'))).status, 200);
    });
  });

  afterAll(async () => {
    await backend?.stop();
  });

  it.each(attacks)(
    'with %s is answered at once',
    async (_, hostile, status) => {
      const started = process.cpuUsage();
      const answer = await send(hostile);
      const { user, system } = process.cpuUsage(started);
      expect(answer.status).toBe(status);
      expect((user + system) / 1_000).toBeLessThan(2_000);
      expect(answer.heading).not.toMatch(/^set-cookie/im);
      // The answer must not reveal a stack trace or a path.
      expect(answer.content).not.toMatch(/node_modules|\.ts:\d/);
      expect((await send(get('/v1/clusters/x'))).status).toBe(200);
    },
  );
});
