import { MINUTE } from '../../../model/durations';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import {
  capacityErrors,
  poolOfClaimName,
} from '../../../model/karpenter/capacityErrors';
import { eventsWithReason } from '../../../model/karpenter/karpenterEvents';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeclaimChurnDoc } from './nodeclaimChurnDoc';

const BURST_MS = 2 * MINUTE;
const BURST = 3;

/** L9: more nodes are launched than are needed, and go again. */
export const nodeclaimChurn: Rule = {
  code: 'karpenter/L9',
  id: 'nodeclaim-churn',
  component: 'karpenter',
  doc: nodeclaimChurnDoc,
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
    since: ctx.heldSince(`nodeclaimChurn/${pool}`),
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
