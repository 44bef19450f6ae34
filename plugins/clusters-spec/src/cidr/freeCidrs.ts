import type { Cidr } from './Cidr';
import { cidrContains, cidrSize, cidrsOverlap } from './Cidr';

/**
 * The parts of a range that touch none of `taken`, as the largest ranges that
 * there are, in order.
 *
 * @param longestPrefix - smaller ranges are left out: 22 leaves out those with
 *   fewer than 1,024 addresses
 *
 * @public
 */
export function freeCidrs(options: {
  within: Cidr;
  taken: readonly Cidr[];
  longestPrefix: number;
}): Cidr[] {
  const { within, longestPrefix } = options;
  const taken = options.taken.filter(each => cidrsOverlap(each, within));
  if (taken.length === 0) {
    return within.prefix <= longestPrefix ? [within] : [];
  }
  if (
    within.prefix >= longestPrefix ||
    taken.some(each => cidrContains(each, within))
  ) {
    return [];
  }
  const prefix = within.prefix + 1;
  const half = cidrSize(within) / 2;
  return [within.first, within.first + half].flatMap(first =>
    freeCidrs({ within: { first, prefix }, taken, longestPrefix }),
  );
}
