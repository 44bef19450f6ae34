import ipaddr from 'ipaddr.js';
import { hostMatches } from './hostPatterns';

/** Hosts of EKS API servers in all partitions. */
const EKS_HOSTS = ['*.eks.amazonaws.com', '*.eks.amazonaws.com.cn'];

/** What an address is checked against. */
export interface ApiServerUrlRules {
  /** `dangerouslyAllowClusterUrls` of the catalog cluster locator. */
  dangerouslyAllowed: readonly string[];
  /** `clusters.guard.allowedApiServerHosts`. */
  allowedHosts: readonly string[];
}

/** Whether an IP address is one that anybody on the internet may use. */
export function isPublicAddress(address: string): boolean {
  return (
    ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
  );
}

/**
 * Says why an API server's address from the catalog must not be spoken to, or
 * `undefined` when it may: the rules of `@backstage/plugin-kubernetes-backend`
 * (https, no credentials in the address, no non-public literal address), and
 * one of ours: AWS credentials go to hosts of EKS only. What a host name
 * resolves to is checked when a connection is opened.
 */
export function checkApiServerUrl(
  text: string,
  authProvider: string,
  rules: ApiServerUrlRules,
): string | undefined {
  if (!URL.canParse(text)) {
    return 'The API server address is not a URL';
  }
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.username || url.password) {
    return 'The API server address must not contain credentials';
  }
  // Lifts the rules about addresses; who gets AWS credentials is another matter.
  const exempt = hostMatches(host, rules.dangerouslyAllowed);
  const isPlainAllowed = exempt && authProvider !== 'aws';
  if (
    url.protocol !== 'https:' &&
    !(isPlainAllowed && url.protocol === 'http:')
  ) {
    return 'The API server address must begin with https://';
  }
  if (!exempt && ipaddr.isValid(host) && !isPublicAddress(host)) {
    return 'The API server address is not public; an operator can allow it under dangerouslyAllowClusterUrls';
  }
  const hosts = [...EKS_HOSTS, ...rules.allowedHosts];
  if (authProvider === 'aws' && !hostMatches(host, hosts)) {
    return 'AWS credentials are only sent to hosts of EKS; an operator can allow others under clusters.guard.allowedApiServerHosts';
  }
  return undefined;
}
