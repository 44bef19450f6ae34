import type { LookupAddress } from 'node:dns';
import type { LookupFunction, Socket } from 'node:net';
import { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import { waitFor } from '@clusterworks/test-support';
import { forever } from '../../__testUtils__/hostile/Attack';
import { onHttp1Request } from '../../__testUtils__/hostile/http1';
import {
  frame,
  frameFlags,
  frameTypes,
  headerBlock,
  onHttp2Request,
} from '../../__testUtils__/hostile/http2Frames';
import {
  type RawProtocol,
  RawServer,
  rawServerCa,
} from '../../__testUtils__/hostile/RawServer';
import type { ApiConnection } from './ApiConnection';
import { connect } from './connect';
import { Http1Connection } from './Http1Connection';

const loopback: LookupAddress = { address: '127.0.0.1', family: 4 };

const early = frame(
  frameTypes.headers,
  frameFlags.endHeaders,
  1,
  headerBlock([[':status', '103']]),
);
const origin = Buffer.from('\x00\x11https://x.example');

/** The server's reaction to the first request. */
async function withConnection(
  protocol: RawProtocol,
  attack: (socket: Socket) => unknown,
  check: (connection: ApiConnection, server: RawServer) => Promise<void>,
): Promise<void> {
  const server = new RawServer(protocol, socket =>
    protocol === 'h2'
      ? onHttp2Request(socket, () => attack(socket))
      : onHttp1Request(socket, () => attack(socket)),
  );
  const target = {
    name: 'x',
    url: await server.listen(),
    ca: rawServerCa,
    credentials: {
      get: async () => ({ type: 'anonymous' } as const),
      invalidate() {},
    },
  };
  const { signal } = new AbortController();
  const connection = await connect(target, { type: 'anonymous' }, signal);
  try {
    await check(connection, server);
  } finally {
    connection.close();
    await server.close();
  }
}

/** A request without any deadline. */
const get = (connection: ApiConnection) =>
  connection.get('/version', {}, new AbortController().signal);

describe('a connection, without any deadline', () => {
  it('reports that a server switched to another protocol', async () => {
    await withConnection(
      'tcp',
      socket =>
        socket.write(
          'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
        ),
      async connection => {
        await expect(get(connection)).rejects.toThrow(/^101: /);
      },
    );
  });

  it.each<[RawProtocol, string | Buffer]>([
    ['tcp', 'HTTP/1.1 103 Early Hints\r\n\r\n'],
    ['h2', Buffer.concat([frame(frameTypes.settings, 0, 0), early])],
  ])('over %s takes no 1xx for ever', async (protocol, bytes) => {
    await withConnection(
      protocol,
      socket => forever(socket, bytes),
      async connection => {
        await expect(get(connection)).rejects.toThrow();
      },
    );
  });

  it.each([
    ['says goodbye', frame(frameTypes.goAway, 0, 0, Buffer.alloc(8))],
    ['names an origin', frame(frameTypes.origin, 0, 0, origin)],
  ])('disconnects from a server that %s', async (_what, bytes) => {
    await withConnection(
      'h2',
      socket =>
        socket.write(Buffer.concat([frame(frameTypes.settings, 0, 0), bytes])),
      async (connection, server) => {
        get(connection).catch(() => {});
        await waitFor(() => expect(connection.usable).toBe(false));
        await waitFor(() => expect(server.sockets.size).toBe(0));
      },
    );
  });

  it.each<RawProtocol>(['tcp', 'h2'])(
    'over %s waits for no answer once it is aborted',
    async protocol => {
      await withConnection(
        protocol,
        () => {},
        async connection => {
          const stop = new AbortController();
          const answer = connection.get('/version', {}, stop.signal);
          stop.abort(new Error('stopped'));
          await expect(answer).rejects.toThrow(/abort|stopped/);
          await expect(
            connection.get('/version', {}, stop.signal),
          ).rejects.toThrow(/abort|stopped/);
        },
      );
    },
  );

  it('asks for the address of each further connection, and refuses a bad one', async () => {
    const held: Socket[] = [];
    const server = new RawServer('tcp', socket =>
      onHttp1Request(socket, () => held.push(socket)),
    );
    const { port } = new URL(await server.listen());
    const guard = new ApiServerGuard({ allowedHosts: [], privateHosts: [] });
    const rebound = guard.lookup(((
      _name: string,
      _options: unknown,
      settle: (error: null, found: LookupAddress[]) => void,
    ) => settle(null, [loopback])) as never);
    let lookups = 0;
    const lookup: LookupFunction = (name, options, settle) => {
      lookups += 1;
      if (lookups === 1) {
        settle(null, options.all ? [loopback] : loopback.address, 4);
      } else {
        rebound(name, options, settle);
      }
    };
    const connection = new Http1Connection({
      url: new URL(`http://rebinds.example:${port}`),
      tls: { lookup },
    });
    try {
      const first = get(connection).catch(error => error);
      await waitFor(() => expect(held).toHaveLength(1));
      // The first connection is busy, so another request needs a new one.
      await expect(get(connection)).rejects.toMatchObject({
        code: 'ERR_ADDRESS_REFUSED',
      });
      expect(server.accepted).toBe(1);
      connection.close();
      await first;
    } finally {
      connection.close();
      await server.close();
    }
  });
});
