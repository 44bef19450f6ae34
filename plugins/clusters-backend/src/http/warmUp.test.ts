import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import signalsPlugin from '@backstage/plugin-signals-backend';
import { WebSocket } from 'ws';
import { startClustersBackend } from '../__testUtils__/startClustersBackend';
import { waitFor } from '../__testUtils__/waitFor';
import { WARMED_UP, warmUp } from './warmUp';

/** Whether a websocket is accepted soon; browsers of the portal wait for 1 s. */
async function opens(url: string): Promise<boolean> {
  const socket = new WebSocket(url);
  const opened = await new Promise<boolean>(resolve => {
    const timer = setTimeout(() => resolve(false), 1_000);
    socket.once('open', () => {
      clearTimeout(timer);
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
  socket.terminate();
  return opened;
}

function signalsUrl(server: { port(): number }): string {
  return `ws://localhost:${server.port()}/api/signals`;
}

describe('warmUp', () => {
  jest.setTimeout(60_000);

  it('lets the first page of a start have signals at once', async () => {
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const { server } = await startClustersBackend({
      entities: [],
      features: [signalsPlugin, logger.factory],
    });
    try {
      // Only once: another websocket would itself be what warms it up.
      await waitFor(() => expect(logger.debug).toHaveBeenCalledWith(WARMED_UP));
      expect(await opens(signalsUrl(server))).toBe(true);
    } finally {
      await server.stop();
    }
  });

  it('is needed: without it the first websocket gets no answer', async () => {
    const { server } = await startTestBackend({ features: [signalsPlugin] });
    try {
      expect(await opens(signalsUrl(server))).toBe(false);
      expect(await opens(signalsUrl(server))).toBe(true);
    } finally {
      await server.stop();
    }
  });

  it('ends when it is told to, also where nobody listens', async () => {
    const stopped = new AbortController();
    const running = warmUp({
      auth: mockServices.auth(),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async id => `http://localhost:1/api/${id}`,
      }),
      logger: mockServices.logger.mock(),
      signal: stopped.signal,
    });
    setTimeout(() => stopped.abort(), 100);
    await expect(running).resolves.toBeUndefined();
  });
});
