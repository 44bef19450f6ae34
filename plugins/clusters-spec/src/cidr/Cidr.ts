import { InputError } from '@backstage/errors';
import ipaddr from 'ipaddr.js';

/**
 * An IPv4 range: first address as a number, and prefix length.
 *
 * @public
 */
export type Cidr = {
  readonly first: number;
  readonly prefix: number;
};

/**
 * How many addresses the range holds.
 *
 * @public
 */
export function cidrSize(cidr: Cidr): number {
  return 2 ** (32 - cidr.prefix);
}

function toNumber(octets: number[]): number {
  return octets.reduce((sum, octet) => sum * 256 + octet, 0);
}

function toAddress(value: number): string {
  return [24, 16, 8, 0]
    .map(shift => Math.floor(value / 2 ** shift) % 256)
    .join('.');
}

/**
 * Writes the range as `10.40.0.0/16`.
 *
 * @public
 */
export function formatCidr(cidr: Cidr): string {
  return `${toAddress(cidr.first)}/${cidr.prefix}`;
}

/** The network that the address of the range lies in: host bits cleared. */
function networkOf(cidr: Cidr): Cidr {
  const size = cidrSize(cidr);
  return { first: Math.floor(cidr.first / size) * size, prefix: cidr.prefix };
}

/**
 * What is wrong with a text that should be an IPv4 network in CIDR notation;
 * undefined when nothing is. Says the network address when host bits are set.
 *
 * @public
 */
export function describeCidrProblem(text: string): string | undefined {
  if (
    !/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/.test(text) ||
    !ipaddr.IPv4.isValidCIDR(text)
  ) {
    return `"${text}" is not an IPv4 range such as 10.40.0.0/16`;
  }
  const [address, prefix] = ipaddr.IPv4.parseCIDR(text);
  const given = { first: toNumber(address.octets), prefix };
  const network = networkOf(given);
  if (network.first !== given.first) {
    return `"${text}" is not a network address; the network is ${formatCidr(
      network,
    )}`;
  }
  return undefined;
}

/**
 * Reads a range, or gives undefined when the text is none.
 *
 * @public
 */
export function tryParseCidr(text: string): Cidr | undefined {
  if (describeCidrProblem(text)) {
    return undefined;
  }
  const [address, prefix] = ipaddr.IPv4.parseCIDR(text);
  return { first: toNumber(address.octets), prefix };
}

/**
 * Reads an IPv4 network such as `10.40.0.0/16`.
 *
 * @throws InputError when it is none or has host bits set.
 *
 * @public
 */
export function parseCidr(text: string): Cidr {
  const problem = describeCidrProblem(text);
  const cidr = tryParseCidr(text);
  if (!cidr) {
    throw new InputError(problem ?? `"${text}" is not an IPv4 range`);
  }
  return cidr;
}

/**
 * Whether two ranges share an address.
 *
 * @public
 */
export function cidrsOverlap(a: Cidr, b: Cidr): boolean {
  return a.first < b.first + cidrSize(b) && b.first < a.first + cidrSize(a);
}

/**
 * Whether `outer` holds every address of `inner`.
 *
 * @public
 */
export function cidrContains(outer: Cidr, inner: Cidr): boolean {
  return (
    outer.first <= inner.first &&
    inner.first + cidrSize(inner) <= outer.first + cidrSize(outer)
  );
}
