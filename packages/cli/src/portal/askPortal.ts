import { ForwardedError, InputError, isError } from '@backstage/errors';
import {
  type ClustersApi,
  ClustersClient,
  type ClustersRequestOptions,
} from '@clusterworks/plugin-clusters-common';
import { z } from 'zod';
import type { CliIo } from '../io/CliIo';
import type { PortalOptions } from './addPortalOptions';
import { boundedFetch } from './boundedFetch';
import { portalAddress } from './portalAddress';
import { readToken } from './readToken';

const LONGEST_WAIT_S = 600;

/**
 * Asks the clusters backend of a portal, before a deadline and with a bound on
 * the size of its answer, which the client parses.
 *
 * @throws InputError for options that are not valid
 * @throws ForwardedError when the portal refuses, cannot be reached, or does not
 *   answer as this version expects
 */
export async function askPortal<T>(
  options: PortalOptions,
  io: CliIo,
  ask: (client: ClustersApi, request: ClustersRequestOptions) => Promise<T>,
): Promise<T> {
  const written = options.portal ?? io.env('CLUSTERS_PORTAL') ?? '';
  if (written === '') {
    throw new InputError('Give --portal, or set CLUSTERS_PORTAL');
  }
  const address = portalAddress(written);
  const seconds = secondsOf(options.timeout);
  const token = await readToken(options.tokenFile, io);
  const client = new ClustersClient({
    discoveryApi: { getBaseUrl: async id => `${address}/api/${id}` },
    fetchApi: { fetch: boundedFetch() },
  });
  const signal = AbortSignal.timeout(seconds * 1_000);
  try {
    return await ask(client, { token, signal });
  } catch (error) {
    const reason = signal.aborted
      ? `no answer within ${seconds} s`
      : reasonOf(error);
    throw new ForwardedError(
      `Could not ask ${address}`,
      new Error(reason.replaceAll(token, '<token>')),
    );
  }
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= LONGEST_WAIT_S)) {
    throw new InputError(
      `--timeout must be a number of seconds up to ${LONGEST_WAIT_S}, it is '${text}'`,
    );
  }
  return seconds;
}

/** Why an answer is of no use, as a person can act on it. */
function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const [{ path, message }] = error.issues;
    return `its answer is not the one that this version expects (${path.join(
      '.',
    )}: ${message})`;
  }
  if (!isError(error)) {
    return String(error);
  }
  if (error.name === 'SyntaxError') {
    return 'its answer is no JSON; --portal must be the address of the backend';
  }
  // A refusal of the backend, or a connection that failed: both hold the
  // interesting part in their cause.
  return isError(error.cause) && error.cause.message !== ''
    ? `${error.message}: ${error.cause.message}`
    : error.message;
}
