import { once } from 'node:events';
import { createServer } from 'node:net';
import { freePort } from './freePort';

describe('freePort', () => {
  it('finds a free port outside of the range that Linux assigns', async () => {
    const port = await freePort();
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    server.close();
    expect(port).toBeGreaterThanOrEqual(20_000);
    expect(port).toBeLessThan(32_768);
  });
});
