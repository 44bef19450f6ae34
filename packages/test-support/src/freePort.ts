import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/**
 * Ports below the range that Linux assigns to clients and to servers that ask
 * for any port. So no other process gets such a port by accident between the
 * search and its use.
 */
const LOWEST = 20_000;
const HIGHEST = 32_000;
const ATTEMPTS = 50;

/** A port of the loopback address that nobody listens on. */
export async function freePort(): Promise<number> {
  for (let left = ATTEMPTS; ; left -= 1) {
    const server = createServer();
    try {
      server.listen(randomInt(LOWEST, HIGHEST), '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      server.close();
      await once(server, 'close');
      return port;
    } catch (error) {
      if (left === 1) {
        throw error;
      }
    }
  }
}
