import { useEffect, useRef } from 'react';
import { formatCidr, proposeCidr } from '@clusterworks/plugin-clusters-spec';
import type { Addresses } from './useAddresses';

/** Room for thousands of pods, where the configuration has no size. */
const USUAL_PREFIX = 16;

/** The prefix length that the configuration has for an environment. */
export function sizeFor(
  environment: unknown,
  addresses: Addresses | undefined,
): number {
  const sizes = addresses?.ledger.sizes ?? [];
  return (
    sizes.find(size => size.environment === environment)?.prefix ?? USUAL_PREFIX
  );
}

/** The next free block of a size, as far as the reader knows the fleet. */
export function proposalOf(
  prefix: number,
  addresses: Addresses | undefined,
): string | undefined {
  const cidr =
    addresses &&
    proposeCidr(
      prefix,
      addresses.blocks.map(block => block.cidr),
    );
  return cidr && formatCidr(cidr);
}

/**
 * Fills in the proposal once, and again when it changes with the environment,
 * as long as nobody has chosen another value. A user who empties the field
 * wants it empty.
 */
export function useProposal(
  proposal: string | undefined,
  value: string | undefined,
  onChange: (value: string) => void,
): void {
  const filled = useRef<{ proposal: string }>();
  useEffect(() => {
    if (proposal === undefined || filled.current?.proposal === proposal) {
      return;
    }
    const isUntouched = filled.current
      ? value === filled.current.proposal
      : value === undefined;
    filled.current = { proposal };
    if (isUntouched) {
      onChange(proposal);
    }
  }, [proposal, value, onChange]);
}
