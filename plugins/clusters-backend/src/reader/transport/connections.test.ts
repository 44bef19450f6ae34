import type { Socket } from 'node:net';
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
import { waitFor } from '../../__testUtils__/waitFor';
import type { ApiConnection } from './ApiConnection';
import { connect } from './connect';

const early = frame(
  frameTypes.headers,
  frameFlags.endHeaders,
  1,
  headerBlock([[':status', '103']]),
);
const origin = Buffer.from('\x00\x11https://x.example');

/** What a server does at the first request. */
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

/** A request that has all the time in the world. */
const get = (connection: ApiConnection) =>
  connection.get('/version', {}, new AbortController().signal);

describe('a connection, without any deadline', () => {
  it('says that a server switched to another protocol', async () => {
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
  ])('lets go of a server that %s', async (_what, bytes) => {
    await withConnection(
      'h2',
      socket =>
        socket.write(Buffer.concat([frame(frameTypes.settings, 0, 0), bytes])),
      async (connection, server) => {
        get(connection).catch(() => {});
        await waitFor(() => expect(connection.usable).toBe(false), 3_000);
        await waitFor(() => expect(server.sockets.size).toBe(0), 3_000);
      },
    );
  });
});
