import { MINUTE } from '../engine/durations';
import { DraftFinding, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { capacityErrors, poolOfClaimName } from './capacityErrors';
import { eventsWithReason } from './events';
import { shellCommand } from '../engine/shellCommand';

const BURST_MS = 2 * MINUTE;
const BURST = 3;

/** L9: more nodes are launched than are needed, and go again. */
export const churn: Rule = {
  code: 'karpenter/L9',
  rule: 'nodeclaim-churn',
  component: 'karpenter',
  title: 'Nodes are launched for nothing',
  means:
    'Karpenter launches several nodes for the same pods and deletes them again. The common reason is a start-up taint that the NodePool does not announce.',
  detect:
    'Three and more NodeClaims of one NodePool created within 2 minutes that were deleted within 10 (remembered for 30 minutes), or one pod nominated for three different NodeClaims within 10 minutes. Claims that failed for want of capacity do not count (L8).',
  remedyDoc:
    "Announce every start-up taint in the pool, Cilium's above all (P7).",
  source: 'facts/karpenter.md 6.C, facts/karpenter-observed.md 14',
  needs: ['events'],
  uses: ['nodeclaims', 'nodepools'],
  evaluate(ctx) {
    const refused = capacityErrors(ctx, 30 * MINUTE);
    const byPool = new Map<string, DraftFinding>();
    for (const [pool, names] of bursts(ctx, refused)) {
      byPool.set(
        pool,
        draft(ctx, pool, names, 'created and deleted in a burst'),
      );
    }
    for (const [pool, names] of nominations(ctx, refused)) {
      if (!byPool.has(pool)) {
        byPool.set(pool, draft(ctx, pool, names, 'nominated for one pod'));
      }
    }
    return { findings: [...byPool.values()] };
  },
};

function bursts(
  ctx: RuleContext,
  refused: ReadonlyMap<string, unknown>,
): Map<string, string[]> {
  const gone = (ctx.memory?.deletedClaims ?? []).filter(
    ({ name, createdAt, deletedAt }) =>
      !refused.has(name) &&
      createdAt !== undefined &&
      deletedAt - createdAt <= 10 * MINUTE,
  );
  const result = new Map<string, string[]>();
  for (const first of gone) {
    const near = gone.filter(
      ({ pool, createdAt = 0 }) =>
        pool === first.pool &&
        createdAt >= (first.createdAt ?? 0) &&
        createdAt - (first.createdAt ?? 0) <= BURST_MS,
    );
    if (first.pool && near.length >= BURST) {
      result.set(
        first.pool,
        near.map(({ name }) => name),
      );
    }
  }
  return result;
}

function nominations(
  ctx: RuleContext,
  refused: ReadonlyMap<string, unknown>,
): Map<string, string[]> {
  const byPod = new Map<string, Set<string>>();
  for (const event of eventsWithReason(ctx, 'Nominated', 10 * MINUTE)) {
    const claim = /nodeclaim\/([a-z0-9.-]+)/.exec(event.message)?.[1];
    const { kind, name, namespace, uid } = event.involved;
    if (claim && kind === 'Pod' && name && !refused.has(claim)) {
      const pod = uid ?? `${namespace}/${name}`;
      byPod.set(pod, (byPod.get(pod) ?? new Set()).add(claim));
    }
  }
  const result = new Map<string, string[]>();
  for (const claims of byPod.values()) {
    const names = [...claims];
    const pool = poolOfClaimName(names[0], ctx.index.ownPools());
    if (names.length >= BURST && pool) result.set(pool, names);
  }
  return result;
}

function draft(
  ctx: RuleContext,
  pool: string,
  names: readonly string[],
  how: string,
): DraftFinding {
  return {
    severity: 'warning',
    subject: subjectOf('NodePool', { name: pool }),
    since: ctx.heldSince(`churn/${pool}`),
    title: `NodePool ${pool} launches nodes for nothing: ${names.length} NodeClaims ${how}`,
    evidence: names
      .slice(0, 5)
      .map(name => ({ object: `NodeClaim/${name}`, path: 'life', value: how })),
    remedy: [
      {
        text: "See whether the pool announces Cilium's start-up taint",
        command: shellCommand`kubectl get nodepool ${pool} -o jsonpath='{.spec.template.spec.startupTaints}'`,
      },
    ],
    touches: [touch.pool(pool)],
  };
}
