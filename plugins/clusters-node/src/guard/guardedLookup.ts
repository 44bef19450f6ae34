import type dns from 'node:dns';
import type { LookupFunction } from 'node:net';
import { AddressRefusedError } from './AddressRefusedError';
import { hostMatches } from './hostMatches';
import { isPublicAddress } from './isPublicAddress';

/**
 * Resolves host names as usual, but refuses names with a non-public address.
 * The check runs for every connection, so a name cannot change its address
 * between the check and the connection.
 *
 * @param exempt - hosts whose addresses are not checked
 */
export function guardedLookup(
  exempt: readonly string[],
  resolve: typeof dns.lookup,
): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error ?? first === undefined) {
        callback(error ?? notFound(), '');
      } else if (
        !hostMatches(hostname, exempt) &&
        !addresses.every(({ address }) => isPublicAddress(address))
      ) {
        callback(refusal(), '');
      } else if (options.all) {
        callback(null, addresses);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

function notFound(): Error {
  return Object.assign(new Error('No address'), { code: 'ENOTFOUND' });
}

function refusal(): AddressRefusedError {
  return new AddressRefusedError(
    "The API server's host name has a non-public address; an operator can allow it under dangerouslyAllowClusterUrls",
  );
}
