import { cidrsOverlap, type Cidr } from './Cidr';
import { collisionProneRanges } from './collisionProneRanges';
import { nextFreeCidr } from './nextFreeCidr';
import { privateRanges } from './privateRanges';

/**
 * The next range of a size that nothing has: first outside of
 * {@link collisionProneRanges}, in them only when nothing else is left.
 *
 * @param taken - ranges of clusters, and those that are reserved
 *
 * @public
 */
export function proposeCidr(
  prefix: number,
  taken: readonly Cidr[],
): Cidr | undefined {
  const prone = collisionProneRanges.map(({ cidr }) => cidr);
  return firstFree(prefix, [...taken, ...prone]) ?? firstFree(prefix, taken);
}

function firstFree(prefix: number, taken: readonly Cidr[]): Cidr | undefined {
  const near = (within: Cidr) =>
    taken.filter(each => cidrsOverlap(each, within));
  return privateRanges
    .map(within => nextFreeCidr({ within, prefix, taken: near(within) }))
    .find(free => free !== undefined);
}
