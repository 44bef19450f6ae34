import type { Cidr } from './Cidr';
import { cidrSize, cidrsOverlap } from './Cidr';

/**
 * The first range of a size inside `within` that touches none of `taken`;
 * undefined when there is no room. The search jumps behind each taken range,
 * so it is fast in a full address space too.
 *
 * @public
 */
export function nextFreeCidr(options: {
  within: Cidr;
  prefix: number;
  taken: readonly Cidr[];
}): Cidr | undefined {
  const { within, prefix, taken } = options;
  const size = 2 ** (32 - prefix);
  const end = within.first + cidrSize(within);
  let first = Math.ceil(within.first / size) * size;
  while (first + size <= end) {
    const candidate: Cidr = { first, prefix };
    const obstacle = taken.find(each => cidrsOverlap(each, candidate));
    if (!obstacle) {
      return candidate;
    }
    const behind = obstacle.first + cidrSize(obstacle);
    first = Math.max(first + size, Math.ceil(behind / size) * size);
  }
  return undefined;
}
