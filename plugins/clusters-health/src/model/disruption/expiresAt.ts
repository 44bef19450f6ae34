import type { NodeClaimFacts, NodePoolFacts } from '../../kinds';
import { parseGoDuration } from '../durations';

/** Karpenter's own, for a pool that says nothing. */
export const DEFAULT_EXPIRY = '720h';

/**
 * When Karpenter removes a node because of its age, in milliseconds since 1970;
 * no budget stops that. The claim's own value counts, which it has from the
 * pool that made it.
 *
 * @param pool - for a claim without a value of its own
 * @returns undefined when it never expires, or when that is not known
 */
export function expiresAt(
  { createdAt, expireAfter }: Pick<NodeClaimFacts, 'createdAt' | 'expireAfter'>,
  pool: Pick<NodePoolFacts, 'expireAfter'> | undefined,
): number | undefined {
  const life = parseGoDuration(
    expireAfter ?? pool?.expireAfter ?? DEFAULT_EXPIRY,
  );
  return createdAt === undefined || life === undefined || !Number.isFinite(life)
    ? undefined
    : createdAt + life;
}
