import {
  cidrContains,
  cidrSize,
  privateRangeOf,
  type Cidr,
} from '@clusterworks/plugin-clusters-spec';
import { blocksIn, type AddressBlock } from './addressBlocks';

/** A VPC of a cluster has at least this size, and at most that of a /16. */
export const SMALLEST_PREFIX = 22;
export const LARGEST_PREFIX = 16;
/** A window is divided into so many bits: sixteen parts. */
const STEP = 4;

/** A part of the address space as the picture shows it. */
export type AddressBox = {
  cidr: Cidr;
  blocks: AddressBlock[];
  /** What a click does: choose it, look into it, or nothing. */
  action: 'choose' | 'open' | 'none';
};

function partsOf(cidr: Cidr, prefix: number): Cidr[] {
  const size = 2 ** (32 - prefix);
  return Array.from({ length: cidrSize(cidr) / size }, (_, index) => ({
    first: cidr.first + index * size,
    prefix,
  }));
}

/** The sixteen parts of a whole private range, for the overview. */
export function overviewParts(root: Cidr): Cidr[] {
  return partsOf(root, root.prefix + STEP);
}

/** The part of the address space that is shown around a range. */
export function windowAround(cidr: Cidr): Cidr | undefined {
  const root = privateRangeOf(cidr);
  if (!root || root.prefix >= LARGEST_PREFIX - STEP) {
    return root;
  }
  return overviewParts(root).find(part => cidrContains(part, cidr));
}

/**
 * The boxes of a window. They are as large as the wanted block where that
 * gives not more than sixteen; else one opens a box to get there.
 *
 * @param wanted - prefix length of the block that is to be chosen
 */
export function boxesOf(
  window: Cidr,
  wanted: number,
  blocks: readonly AddressBlock[],
): AddressBox[] {
  const next = window.prefix + STEP;
  const prefix = Math.min(
    wanted > window.prefix ? Math.min(wanted, next) : next,
    SMALLEST_PREFIX,
  );
  return partsOf(window, prefix).map(cidr => {
    const inside = blocksIn(cidr, blocks);
    return { cidr, blocks: inside, action: actionOf(cidr, wanted, inside) };
  });
}

function actionOf(
  cidr: Cidr,
  wanted: number,
  inside: readonly AddressBlock[],
): AddressBox['action'] {
  const isSize = cidr.prefix >= Math.max(LARGEST_PREFIX, wanted);
  if (inside.length === 0 && isSize) {
    return 'choose';
  }
  const isFull = inside.some(block => cidrContains(block.cidr, cidr));
  return isFull || cidr.prefix >= SMALLEST_PREFIX ? 'none' : 'open';
}
