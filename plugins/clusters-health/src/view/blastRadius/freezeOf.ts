import type {
  BlastRadius,
  NodeClaimView,
} from '@clusterworks/plugin-clusters-common';
import { DEFAULT_EXPIRY } from '../../model/disruption/expiresAt';
import { parseGoDuration } from '../../model/durations';
import { timeView } from '../conditionView';
import { atLeast, exact, unknownMeasure } from '../measures';
import { type KarpenterInGit, poolFacts } from './driftRules';

const MOST_SHOWN = 50;

/**
 * The nodes that leave although disruption is frozen: a budget stops no expiry.
 * Those that are interrupted or repaired leave, too, but nobody knows them
 * before. Karpenter counts the expiry of its pool from the start of a node.
 *
 * @param unread - why NodeClaims are not known
 */
export function freezeOf(
  { manifests }: KarpenterInGit,
  until: string,
  claims: readonly NodeClaimView[],
  unread: string | undefined,
): NonNullable<BlastRadius['freeze']> {
  const lives = new Map(
    manifests
      .filter(({ kind }) => kind === 'NodePool')
      .map(manifest => [
        manifest.metadata.name,
        parseGoDuration(poolFacts(manifest)?.expireAfter ?? DEFAULT_EXPIRY),
      ]),
  );
  const end = Date.parse(until);
  let unsure = 0;
  const expiring: { node: string; time: number }[] = [];
  for (const { name, node = name, nodePool = '', createdAt } of claims) {
    const life = lives.get(nodePool);
    const time = Date.parse(createdAt ?? '') + (life ?? NaN);
    if (Number.isNaN(time)) {
      unsure += 1;
    } else if (time < end) {
      expiring.push({ node, time });
    }
  }
  expiring.sort((a, b) => a.time - b.time);
  const total = unsure > 0 ? atLeast : exact;
  return {
    until,
    expiring: expiring
      .slice(0, MOST_SHOWN)
      .map(({ node, time }) => ({ node, at: timeView(time) ?? '' })),
    expiringTotal:
      unread === undefined ? total(expiring.length) : unknownMeasure(unread),
  };
}
