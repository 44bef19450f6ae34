import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { main } from '../main';
import { memoryIo } from '../testing/memoryIo';
import { boundedFetch } from './boundedFetch';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function serve(answer: Answer): Promise<Server & { url: string }> {
  const server = createServer(answer);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(server, { url: `http://127.0.0.1:${port}` });
}

describe('a portal that does not behave', () => {
  let server: Server & { url: string };
  let answer: Answer;

  beforeAll(async () => {
    server = await serve((request, response) => answer(request, response));
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  async function ask(...more: string[]) {
    const io = memoryIo();
    io.variables.CLUSTERS_TOKEN = 'secret-token';
    const argv = ['node', 'clusters', 'fleet', '--portal', server.url, ...more];
    const code = await main(argv, io);
    expect(io.out).toBe('');
    expect(io.err).not.toContain('secret-token');
    return { code, err: io.err };
  }

  const json = (status: number, body: unknown): Answer => {
    return (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
  };

  it.each<[what: string, answer: Answer, message: string]>([
    ['is another program', json(200, { items: 3 }), 'is not the one'],
    [
      'is the page of the app',
      (_request, response) => response.end('<!doctype html>'),
      'its answer is no JSON',
    ],
    [
      'refuses the token',
      json(401, {
        error: { name: 'AuthenticationError', message: 'Illegal token' },
        response: { statusCode: 401 },
      }),
      'Illegal token',
    ],
    [
      'writes control characters',
      json(400, {
        error: { name: 'InputError', message: 'no \u001b[31mfilter\r\tx' },
        response: { statusCode: 400 },
      }),
      'no  [31mfilter x',
    ],
    [
      'breaks the connection',
      request => request.socket.destroy(),
      'Could not ask http://127.0.0.1',
    ],
  ])('fails with 2 when it %s', async (_what, next, message) => {
    answer = next;
    const { code, err } = await ask();
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it.each<[string, Answer]>([
    ['never answers', () => {}],
    ['never ends', (_request, response) => void response.write('{')],
  ])('gives up in time when it %s', async (_what, next) => {
    answer = next;
    const { code, err } = await ask('--timeout', '0.2');
    expect(code).toBe(2);
    expect(err).toContain('no answer within 0.2 s');
  });

  it('follows no redirect', async () => {
    const requests: string[] = [];
    const other = await serve((request, response) => {
      requests.push(request.headers.authorization ?? '');
      response.end('{}');
    });
    answer = (_request, response) =>
      response.writeHead(302, { location: `${other.url}/x` }).end();
    const { code, err } = await ask();
    other.close();
    expect(code).toBe(2);
    expect(err).toContain(`redirects to ${other.url}/x`);
    expect(requests).toEqual([]);
  });

  it('reads no more than its bound', async () => {
    answer = (_request, response) => {
      const more = () => {
        while (response.write('x'.repeat(1_000))) {
          // Until the buffer is full.
        }
      };
      response.on('drain', more);
      more();
    };
    await expect(boundedFetch(10_000)(server.url)).rejects.toThrow(
      'more than 10000 bytes',
    );
    answer = (_request, response) => response.end('x'.repeat(10_000));
    const whole = await boundedFetch(10_000)(server.url);
    expect(await whole.text()).toHaveLength(10_000);
  });
});
