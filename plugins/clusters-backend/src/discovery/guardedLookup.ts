import dns from 'node:dns';
import type { LookupFunction } from 'node:net';
import { ReaderError } from '../reader';
import { isPublicAddress } from './checkApiServerUrl';
import { hostMatches } from './hostPatterns';

/**
 * Looks host names up as always, but refuses names with a non-public address.
 * It is asked for every connection, so a name cannot change its address between
 * a check and its use.
 */
export function guardedLookup(
  dangerouslyAllowed: readonly string[],
  lookup: typeof dns.lookup = dns.lookup,
): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '');
        return;
      }
      const exempt = hostMatches(hostname, dangerouslyAllowed);
      const allPublic = addresses.every(({ address }) =>
        isPublicAddress(address),
      );
      if (!exempt && !allPublic) {
        callback(refusal(), '');
      } else if (options.all) {
        callback(null, addresses);
      } else {
        const [{ address, family }] = addresses;
        callback(null, address, family);
      }
    });
  };
}

function refusal(): ReaderError {
  return new ReaderError(
    'refused',
    "The API server's host name has a non-public address; an operator can allow it under dangerouslyAllowClusterUrls",
  );
}
