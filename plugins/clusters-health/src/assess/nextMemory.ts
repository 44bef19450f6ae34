import type { NodeClaimFacts } from '../kinds';
import { conditionOf } from '../kinds';
import { poolOf } from '../model/poolOf';
import { HOUR } from '../model/durations';
import type { Memory, RememberedClaim } from '../rule/memory';
import { emptyMemory, MEMORY_WINDOW_MS, restartKey } from '../rule/memory';
import type { RuleContext } from '../rule/RuleContext';

/** What the next assessment has to know of this one. */
export function nextMemory(
  ctx: RuleContext,
  findings: Memory['findings'],
): Memory {
  const before = ctx.memory ?? emptyMemory();
  return {
    version: 1,
    at: ctx.now,
    held: ctx.nextHeld(),
    findings,
    restarts: nextRestarts(ctx, before),
    ...nextClaims(ctx, before),
  };
}

/**
 * Restart counts as first seen within the last hour, so that a later rise can
 * be detected.
 */
function nextRestarts(ctx: RuleContext, before: Memory): Memory['restarts'] {
  if (!ctx.ok('pods')) {
    return before.restarts;
  }
  const next: Memory['restarts'] = {};
  for (const pod of ctx.items('pods')) {
    for (const container of pod.containers) {
      if (container.restarts > 0) {
        const key = restartKey(pod, container.name);
        const old = before.restarts[key];
        const keeps = old && ctx.now - old.at <= HOUR;
        next[key] = keeps ? old : { count: container.restarts, at: ctx.now };
      }
    }
  }
  return next;
}

function nextClaims(
  ctx: RuleContext,
  before: Memory,
): Pick<Memory, 'claims' | 'deletedClaims'> {
  const recent = before.deletedClaims.filter(
    claim => ctx.now - claim.deletedAt <= MEMORY_WINDOW_MS,
  );
  // NodeClaims that cannot be read at present count neither as deleted nor as
  // changed.
  if (!ctx.ok('nodeclaims')) {
    return { claims: before.claims, deletedClaims: recent };
  }
  const claims = rememberClaims(ctx.items('nodeclaims'));
  if (claims === before.claims) {
    return { claims, deletedClaims: recent };
  }
  const gone = Object.entries(before.claims)
    .filter(([key]) => !(key in claims))
    .map(([, claim]) => ({ ...claim, deletedAt: ctx.now }));
  return { claims, deletedClaims: [...recent, ...gone] };
}

/** Lists of facts never change, so the result for the same list is reused. */
const remembered = new WeakMap<readonly NodeClaimFacts[], Memory['claims']>();

function rememberClaims(items: readonly NodeClaimFacts[]): Memory['claims'] {
  let claims = remembered.get(items);
  if (!claims) {
    claims = Object.fromEntries(
      items.map(claim => [claim.uid ?? claim.name, rememberClaim(claim)]),
    );
    remembered.set(items, claims);
  }
  return claims;
}

function rememberClaim(claim: NodeClaimFacts): RememberedClaim {
  return {
    name: claim.name,
    pool: poolOf(claim),
    createdAt: claim.createdAt,
    initialized: conditionOf(claim, 'Initialized')?.status === 'True',
  };
}
