import { addTo } from '../../../model/addTo';
import { MINUTE, sayDuration } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import {
  capacityErrors,
  poolOfClaimName,
} from '../../../model/karpenter/capacityErrors';
import {
  type ClaimLife,
  claimLives,
} from '../../../model/karpenter/claimLives';
import { isForeignClaim } from '../../../model/karpenter/isForeignClaim';
import { eventsWithReason } from '../../../model/karpenter/karpenterEvents';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeclaimChurnDoc } from './nodeclaimChurnDoc';

const BURST_MS = 2 * MINUTE;
const BURST = 3;
/**
 * A node that Karpenter removes within this time was hardly worth its launch.
 */
const SHORT_LIFE = 10 * MINUTE;
/**
 * This many short-lived nodes within an hour are a cycle and no coincidence.
 */
const CYCLE = 5;
/**
 * Nodes that start together and are removed together belong to one burst of
 * work.
 */
const SPREAD = 15 * MINUTE;

/** L9: more nodes are launched than needed, and are removed again. */
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
    for (const [pool, lives] of cycles(ctx)) {
      if (!byPool.has(pool)) {
        byPool.set(pool, ofCycle(pool, lives));
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
      !isForeignClaim(ctx, name) &&
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
    if (names.length >= BURST && pool) {
      result.set(pool, names);
    }
  }
  return result;
}

interface ShortLife extends ClaimLife {
  started: number;
  lived: number;
}

/**
 * Nodes that came into service and that Karpenter removed minutes later, by
 * pool.
 */
function cycles(ctx: RuleContext): Map<string, ShortLife[]> {
  const result = new Map<string, ShortLife[]>();
  for (const life of claimLives(ctx)) {
    const { launchedAt, registeredAt, disruptedAt } = life;
    const started = launchedAt ?? registeredAt;
    const pool = poolOfClaimName(life.name, ctx.index.ownPools());
    if (pool && started !== undefined && disruptedAt !== undefined) {
      const lived = disruptedAt - started;
      if (lived >= 0 && lived <= SHORT_LIFE) {
        addTo(result, pool, { ...life, started, lived });
      }
    }
  }
  return new Map([...result].filter(([, lives]) => isCycle(lives)));
}

function isCycle(lives: readonly ShortLife[]): boolean {
  const starts = lives.map(({ started }) => started);
  return (
    lives.length >= CYCLE && Math.max(...starts) - Math.min(...starts) >= SPREAD
  );
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

/** Severity `info`: no workload is affected, but each launch costs money. */
function ofCycle(pool: string, lives: readonly ShortLife[]): DraftFinding {
  const longest = Math.max(...lives.map(({ lived }) => lived));
  const reasons = [
    ...new Set(lives.flatMap(({ disruptedFor }) => disruptedFor ?? [])),
  ].join(', ');
  return {
    severity: 'info',
    subject: subjectOf('NodePool', { name: pool }),
    since: Math.min(...lives.map(({ started }) => started)),
    title: `NodePool ${pool} launches nodes and removes them again: ${
      lives.length
    } within the last hour, none in service for longer than ${sayDuration(
      longest,
    )}${reasons ? ` (${reasons})` : ''}`,
    evidence: lives
      .slice(0, 5)
      .map(({ name, lived, disruptedFor }) =>
        evidenceOf(
          'NodeClaim',
          { name },
          'events[Launched, DisruptionTerminating]',
          `removed after ${sayDuration(lived)}${
            disruptedFor ? `: ${disruptedFor}` : ''
          }`,
        ),
      ),
    remedy: [
      {
        text: 'See after which time the pool removes a node that nobody uses',
        command: shellCommand`kubectl get nodepool ${pool} -o jsonpath='{.spec.disruption}'`,
      },
      {
        text: 'Set spec.disruption.consolidateAfter to more than the time between two jobs: a node then waits for the next one. Where the reason is Drifted, see what changes the pool or its class each time',
      },
    ],
    touches: [touch.pool(pool)],
    key: 'cycle',
  };
}
