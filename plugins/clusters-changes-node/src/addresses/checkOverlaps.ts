import { ConflictError } from '@backstage/errors';
import type { RenderWarning } from '@clusterworks/plugin-clusters-blueprint';
import type { AddressCheck, RangeOverlap } from './AddressCheck';

/**
 * What is said of the addresses of a cluster.
 *
 * @public
 */
export type AddressVerdict = {
  warnings: RenderWarning[];
  /** Overlaps that are allowed because the requester says why. */
  acknowledged: RangeOverlap[];
};

const HINTS = {
  refuse: 'Choose another range: this portal allows no overlap.',
  acknowledge:
    'Choose another range, or acknowledge the overlap with a reason, which then stands in the pull request.',
};

/**
 * Refuses new overlaps. A range that the cluster has already stays, because it
 * cannot be changed any more, and a cluster that moves into an existing VPC may
 * share the ranges of that VPC.
 *
 * @param ownRanges - ranges that the cluster has already
 * @throws ConflictError that lists all overlaps that are refused
 *
 * @public
 */
export function checkOverlaps(
  check: AddressCheck,
  ownRanges: readonly string[] = check.ownRanges,
): AddressVerdict {
  const isFixed = ({ range, mayBeSameVpc }: RangeOverlap) =>
    mayBeSameVpc || ownRanges.includes(range);
  const added = check.overlaps.filter(overlap => !isFixed(overlap));
  const isAllowed =
    check.policy === 'acknowledge' && Boolean(check.acknowledgement?.trim());
  if (added.length > 0 && !isAllowed) {
    const list = added.map(({ message }) => `  ${message}`).join('\n');
    throw new ConflictError(
      `The addresses are taken:\n${list}\n${HINTS[check.policy]}`,
    );
  }
  return {
    acknowledged: added,
    warnings: [
      ...check.overlaps.map(({ message }) => ({
        code: 'cidr-overlap',
        message,
      })),
      ...(check.unchecked === undefined
        ? []
        : [{ code: 'cidr-unchecked', message: check.unchecked }]),
    ],
  };
}
