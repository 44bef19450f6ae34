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
/**
 * One request for each route: a route compiles its part of the API document at
 * its first request.
 */
const ROUTES = ['/v1/fleet?limit=1', '/v1/clusters/-', '/v1/observations'];
/** The signals backend leaves its first websocket without an answer. */
const UPGRADE_MS = 500;

/** The log message after a complete warm-up. */
export const WARMED_UP = 'Warmed up';

/** The dependencies of the warm-up. */
export interface WarmUpOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  logger: LoggerService;
  signal: AbortSignal;
}

/**
 * Sends the backend a first request of each kind, so that the first page after
 * a start does not wait for one-time work: routes compile the API document (200
 * ms), and the signals backend starts to listen for websockets when the first
 * one arrives and leaves that one without an answer (`upgradeMiddleware` of
 * `@backstage/plugin-signals-backend`), so the browser would poll for a while.
 *
 * Never throws: without the warm-up, the portal is only slower at first.
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
      // The server may not be listening yet.
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
    // The request to the second route names a cluster that does not exist.
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
