import dns from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { Config } from '@backstage/config';
import ipaddr from 'ipaddr.js';
import { guardedLookup } from './guardedLookup';
import { hostMatches } from './hostMatches';
import { isPublicAddress } from './isPublicAddress';

/** Hosts of EKS API servers, in the partitions aws, aws-us-gov and aws-cn. */
const EKS_HOSTS = ['*.eks.amazonaws.com', '*.eks.amazonaws.com.cn'];

/** Longer names are not valid host names. */
const MAX_ADDRESS = 512;

/**
 * What the operator allows in addition to hosts of EKS.
 *
 * @public
 */
export interface ApiServerGuardOptions {
  /**
   * Hosts that may receive AWS tokens, exactly or as `*.suffix`;
   * `clusters.guard.allowedApiServerHosts`.
   */
  allowedHosts: readonly string[];
  /**
   * Hosts that may resolve to addresses that are not public;
   * `dangerouslyAllowClusterUrls` of the catalog cluster locator of
   * `@backstage/plugin-kubernetes-backend`.
   */
  privateHosts: readonly string[];
}

/**
 * Decides which API servers of catalog entities may be connected to. Otherwise
 * a user who may register an entity could state the user's own host together
 * with the EKS name of another team's cluster, and receive a token that opens
 * that cluster.
 *
 * @public
 */
export class ApiServerGuard {
  readonly #allowedHosts: readonly string[];
  readonly #privateHosts: readonly string[];

  constructor(options: ApiServerGuardOptions) {
    this.#allowedHosts = options.allowedHosts;
    this.#privateHosts = options.privateHosts;
  }

  /** Creates the guard from the configuration. */
  static fromConfig(config: Config): ApiServerGuard {
    const locators =
      config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
    return new ApiServerGuard({
      allowedHosts:
        config.getOptionalStringArray('clusters.guard.allowedApiServerHosts') ??
        [],
      privateHosts: locators
        .filter(locator => locator.getString('type') === 'catalog')
        .flatMap(
          locator =>
            locator.getOptionalStringArray('dangerouslyAllowClusterUrls') ?? [],
        ),
    });
  }

  /**
   * Whether an auth provider is the one that gets AWS tokens, regardless of
   * case and surrounding white space.
   */
  static isAws(provider: string | undefined): boolean {
    return provider?.trim().toLowerCase() === 'aws';
  }

  /**
   * Checks an address to which a token would be sent. Returns what is wrong as
   * the rest of a sentence about the address; undefined when nothing is wrong.
   * The addresses that its host name resolves to are checked by {@link
   * ApiServerGuard.lookup} for each connection.
   *
   * @param hosts - hosts that may receive the token; those for AWS tokens when
   *   absent
   */
  problemOf(server: string, hosts?: readonly string[]): string | undefined {
    // URL parsers disagree on what this refuses; a real endpoint contains none
    // of it.
    const isPlain = /^https:\/\/[A-Za-z0-9.\-:[\]]+\/?$/.test(server);
    if (!isPlain || server.length > MAX_ADDRESS) {
      return 'must be an https address without user, path, query or unusual characters';
    }
    if (!URL.canParse(server)) {
      return 'is not an address';
    }
    const host = new URL(server).hostname.replace(/^\[|\]$/g, '');
    const isLiteral = ipaddr.isValid(host);
    const mayBePrivate = hostMatches(host, this.#privateHosts);
    if (isLiteral && !mayBePrivate && !isPublicAddress(host)) {
      return `names the address ${host}, which is not public and not in dangerouslyAllowClusterUrls`;
    }
    if (hosts) {
      return hostMatches(host, hosts)
        ? undefined
        : `names the host ${host}, to which this auth provider sends nothing`;
    }
    return hostMatches(host, [...EKS_HOSTS, ...this.#allowedHosts])
      ? undefined
      : `names the host ${host}, which is no EKS API server and is not in clusters.guard.allowedApiServerHosts`;
  }

  /**
   * The look-up of host names that connections to these API servers must use.
   *
   * @param resolve - the machine's look-up; tests pass their own
   */
  lookup(resolve: typeof dns.lookup = dns.lookup): LookupFunction {
    return guardedLookup(this.#privateHosts, resolve);
  }
}
