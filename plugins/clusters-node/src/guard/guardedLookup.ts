import type dns from 'node:dns';
import type { LookupFunction } from 'node:net';
import { AddressRefusedError } from './AddressRefusedError';
import { hostMatches } from './hostMatches';
import { isPublicAddress } from './isPublicAddress';

/**
 * Looks host names up as always, but refuses names with a non-public address.
 * It is asked for every connection, so a name cannot change its address between
 * a check and its use.
 *
 * @param exempt - hosts whose addresses are not looked at
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
