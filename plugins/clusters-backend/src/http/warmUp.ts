import http from 'node:http';
import https from 'node:https';
import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { pause } from '../reader/pause';

const ATTEMPTS = 20;
const RETRY_MS = 500;
/** One of each kind: a route compiles its part of the API when first asked. */
const ROUTES = ['/v1/fleet?limit=1', '/v1/clusters/-', '/v1/observations'];
/** The signals backend never answers its first caller. */
const UPGRADE_MS = 500;

/** Said to the log when all of it is done. */
export const WARMED_UP = 'Warmed up';

/** What warming up takes. */
export interface WarmUpOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
  signal: AbortSignal;
}

/**
 * Asks ourselves once, so that the first page after a start does not wait for
 * what happens only once: routes compile the API document (200 ms), and the
 * signals backend begins to listen for websockets with the first that comes,
 * which it leaves without an answer (`upgradeMiddleware` of
 * `@backstage/plugin-signals-backend`): the browser would poll for a while.
 *
 * Never throws: a portal that was not warmed up only is slower at first.
 */
export async function warmUp(options: WarmUpOptions): Promise<void> {
  const { logger, signal } = options;
  for (let left = ATTEMPTS; left > 0 && !signal.aborted; left -= 1) {
    try {
      await askRoutes(options);
      await openSignals(options);
      logger.debug(WARMED_UP);
      return;
    } catch (error) {
      // The server may not listen yet.
      logger.debug('Not warmed up yet', { error: String(error) });
      await pause(RETRY_MS, signal);
    }
  }
}

async function askRoutes({ auth, discovery, signal }: WarmUpOptions) {
  const base = await discovery.getBaseUrl('clusters');
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: await auth.getOwnServiceCredentials(),
    targetPluginId: 'clusters',
  });
  const headers = { authorization: `Bearer ${token}` };
  for (const route of ROUTES) {
    const response = await fetch(`${base}${route}`, { headers, signal });
    await response.arrayBuffer();
    // The second route asks for a cluster that is not there.
    if (!response.ok && response.status !== 404) {
      throw new Error(`${route} answered ${response.status}`);
    }
  }
}

async function openSignals({ discovery, signal }: WarmUpOptions) {
  const url = await discovery.getBaseUrl('signals');
  const { request } = url.startsWith('https:') ? https : http;
  await new Promise<void>((resolve, reject) => {
    const call = request(url, {
      headers: { connection: 'Upgrade', upgrade: 'websocket' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(UPGRADE_MS)]),
    });
    call.once('response', response => response.resume().once('end', resolve));
    call.once('upgrade', (_response, socket) => {
      socket.destroy();
      resolve();
    });
    call.once('error', error =>
      (error as NodeJS.ErrnoException).code === 'ECONNREFUSED'
        ? reject(error)
        : resolve(),
    );
    call.end();
  });
}
