import { cidrsOverlap, tryParseCidr } from './Cidr';

/**
 * Whether two ranges share addresses, as they are written. A text that is no
 * range shares none.
 *
 * @public
 */
export function cidrTextsOverlap(a: string, b: string): boolean {
  const one = tryParseCidr(a);
  const other = tryParseCidr(b);
  return Boolean(one && other && cidrsOverlap(one, other));
}
