import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { githubFetch } from './githubFetch';

describe('githubFetch', () => {
  it('does not wait for a server that never answers', async () => {
    const server = createServer(() => {});
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      await expect(
        githubFetch(200)(`http://127.0.0.1:${port}/`),
      ).rejects.toThrow('no answer within 0.2 seconds');
    } finally {
      server.close();
      server.closeAllConnections();
    }
  });
});
