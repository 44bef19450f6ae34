import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { eventually, freePort } from '@clusterworks/test-support';
import { BackendProcess } from './__testUtils__/BackendProcess';
import { productionEnvironment } from './__testUtils__/productionEnvironment';

const root = path.resolve(__dirname, '..', '..', '..');
const shipped = ['app-config.yaml', 'app-config.production.yaml'].map(name =>
  path.join(root, name),
);

const START_MS = 180_000;
/** Less than the time that a platform gives a process before it kills it. */
const SHUTDOWN_MS = 10_000;

const head = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n';

/**
 * Servers that never finish an answer, and never close a connection that a
 * client closed.
 */
const servers: Record<string, (socket: Socket) => void> = {
  hangs: () => {},
  drips: socket => drip(socket, 'x'),
  answersForEver: socket => {
    socket.write(head);
    drip(socket, '1\r\n \r\n');
  },
};

function drip(socket: Socket, bytes: string): void {
  const timer = setInterval(() => socket.write(bytes), 50);
  socket.once('close', () => clearInterval(timer));
}

interface TestServer {
  port: number;
  accepted: number;
  close(): void;
}

async function listen(serve: (socket: Socket) => void): Promise<TestServer> {
  const sockets: Socket[] = [];
  const server = createServer({ allowHalfOpen: true }, socket => {
    sockets.push(socket);
    socket.on('error', () => {});
    serve(socket);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    get accepted() {
      return sockets.length;
    },
    close() {
      sockets.forEach(socket => socket.destroy());
      server.close();
    },
  };
}

describe('the backend that is told to end', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'clusterworks-shutdown-'));
  const listening: TestServer[] = [];
  let port: number;
  let client: Socket | undefined;
  let backend: BackendProcess | undefined;

  beforeAll(async () => {
    port = await freePort();
    for (const serve of [...Object.values(servers), servers.hangs]) {
      listening.push(await listen(serve));
    }
  });

  afterAll(async () => {
    client?.destroy();
    await backend?.stop();
    listening.forEach(server => server.close());
    rmSync(folder, { recursive: true, force: true });
  });

  function start(): BackendProcess {
    const file = path.join(folder, 'app-config.test.yaml');
    const [github, ...apiServers] = [...listening].reverse();
    const clusters = apiServers.map(server => ({
      name: `cluster-${server.port}`,
      url: `http://127.0.0.1:${server.port}`,
      authProvider: 'serviceAccount',
      serviceAccountToken: 'not-a-secret',
    }));
    writeFileSync(
      file,
      stringify({
        backend: {
          listen: { host: '127.0.0.1', port },
          database: { client: 'better-sqlite3', connection: ':memory:' },
        },
        integrations: {
          github: [
            {
              host: 'github.com',
              apiBaseUrl: `http://127.0.0.1:${github.port}`,
            },
          ],
        },
        kubernetes: { clusterLocatorMethods: [{ type: 'config', clusters }] },
      }),
    );
    return new BackendProcess({
      config: [...shipped, file],
      env: { ...productionEnvironment, NODE_ENV: 'production' },
    });
  }

  it('is gone in less than 10 s, whatever servers and clients do', async () => {
    backend = start();
    await backend.said(/Plugin initialization complete/, START_MS);
    const apiServers = listening.slice(0, 3);
    await eventually(
      () => apiServers.every(({ accepted }) => accepted > 0),
      START_MS,
    );
    // A client that sends half of a request, and waits.
    client = connect(port, '127.0.0.1', () => {
      client?.write(
        'POST /api/clusters/v1/render HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{',
      );
    });
    client.on('error', () => {});
    await eventually(() => (client?.bytesWritten ?? 0) > 0, START_MS);
    const started = Date.now();
    backend.signal('SIGTERM');
    expect(await backend.exitCode(SHUTDOWN_MS)).not.toBe('still running');
    expect(Date.now() - started).toBeLessThan(SHUTDOWN_MS);
  });
});
