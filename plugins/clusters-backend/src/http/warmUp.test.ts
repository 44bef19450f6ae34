import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import signalsPlugin from '@backstage/plugin-signals-backend';
import { WebSocket } from 'ws';
import { waitFor } from '@clusterworks/test-support';
import { startClustersBackend } from '../__testUtils__/startClustersBackend';
import { WARMED_UP, warmUp } from './warmUp';

/** Long enough for an answer; the portal's pages wait for only one second. */
const ANSWERED_MS = 30_000;
/** Waiting time for the case that no answer comes. */
const UNANSWERED_MS = 1_000;

/** Whether the server accepts a websocket. */
async function opens(url: string, withinMs = ANSWERED_MS): Promise<boolean> {
  const socket = new WebSocket(url);
  const opened = await new Promise<boolean>(resolve => {
    const timer = setTimeout(() => resolve(false), withinMs);
    socket.once('open', () => {
      clearTimeout(timer);
      resolve(true);
    });
    socket.once('error', () => {
      clearTimeout(timer);
      resolve(false);
    });
  });
  socket.terminate();
  return opened;
}

function signalsUrl(server: { port(): number }): string {
  return `ws://localhost:${server.port()}/api/signals`;
}

describe('warmUp', () => {
  it('gives the first page after a start signals at once', async () => {
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const { server, stop } = await startClustersBackend({
      entities: [],
      features: [signalsPlugin, logger.factory],
    });
    try {
      // One attempt only, because a second websocket would succeed without the
      // warm-up.
      await waitFor(() => expect(logger.debug).toHaveBeenCalledWith(WARMED_UP));
      expect(await opens(signalsUrl(server))).toBe(true);
    } finally {
      await stop();
    }
  });

  it('is needed: without a warm-up the first websocket gets no answer', async () => {
    const { server } = await startTestBackend({ features: [signalsPlugin] });
    try {
      expect(await opens(signalsUrl(server), UNANSWERED_MS)).toBe(false);
      expect(await opens(signalsUrl(server))).toBe(true);
    } finally {
      await server.stop();
    }
  });

  it('ends when it is aborted, also if the server does not listen', async () => {
    const stopped = new AbortController();
    const logger = mockServices.logger.mock();
    const running = warmUp({
      auth: mockServices.auth(),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async id => `http://localhost:1/api/${id}`,
      }),
      logger,
      signal: stopped.signal,
    });
    // After the first failure it waits before the next attempt.
    await waitFor(() => expect(logger.debug).toHaveBeenCalled());
    stopped.abort();
    await expect(running).resolves.toBeUndefined();
    expect(logger.debug).not.toHaveBeenCalledWith(WARMED_UP);
  });
});
