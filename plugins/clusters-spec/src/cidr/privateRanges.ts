import type { Cidr } from './Cidr';
import { cidrContains, parseCidr } from './Cidr';

/**
 * RFC 1918 and the shared space of RFC 6598, from which VPCs are taken.
 *
 * @public
 */
export const privateRanges: readonly Cidr[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
].map(parseCidr);

/**
 * The private range that holds the given one, if any.
 *
 * @public
 */
export function privateRangeOf(cidr: Cidr): Cidr | undefined {
  return privateRanges.find(range => cidrContains(range, cidr));
}
