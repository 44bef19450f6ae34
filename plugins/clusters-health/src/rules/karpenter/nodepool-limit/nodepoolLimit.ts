import { MINUTE } from '../../../model/durations';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { NodePoolFacts, parseQuantity, PodFacts } from '../../../kinds';
import { eventsOfPod } from '../../../model/karpenter/karpenterEvents';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodepoolLimitDoc } from './nodepoolLimitDoc';

/** How old an event may be that says why a pod waits: repeated every 5 min. */
const EVENT_WINDOW = 6 * MINUTE;
const PERCENT_NEAR = BigInt(90);
const HUNDRED = BigInt(100);

interface Use {
  resource: string;
  limit: string;
  used: string;
  percent: bigint;
}

/** P3: a NodePool is at its limit, or so near that nothing fits. */
export const nodepoolLimit: Rule = {
  code: 'karpenter/P3',
  id: 'nodepool-limit',
  component: 'karpenter',
  doc: nodepoolLimitDoc,
  concerns: 'ownPools',
  needs: ['nodepools'],
  uses: ['pods', 'events'],
  evaluate(ctx) {
    const blocked = podsBlockedByLimit(ctx);
    const findings: DraftFinding[] = [];
    for (const pool of ctx.index.ownPools()) {
      const uses = usesOf(pool);
      const full = uses.filter(use => use.percent >= HUNDRED);
      const near = uses.filter(use => use.percent > PERCENT_NEAR);
      const waiting = blocked.get(pool.name) ?? [];
      if (waiting.length > 0 || near.length > 0) {
        const shown = [...full, ...near, ...uses];
        findings.push(draft(pool, shown[0], waiting, ctx));
      }
    }
    const unreadable = ctx.index
      .ownPools()
      .find(pool => usesOf(pool).length < Object.keys(pool.limits).length);
    return unreadable
      ? {
          findings,
          unknown: `NodePool ${unreadable.name} does not say how much it uses`,
        }
      : { findings };
  },
};

/** Static pools have `limits.nodes` only; what has no amount is left out. */
function usesOf(pool: NodePoolFacts): Use[] {
  return Object.entries(pool.limits).flatMap(([resource, limit]) => {
    const used =
      pool.resources[resource] ??
      (resource === 'nodes' && pool.nodes !== undefined
        ? String(pool.nodes)
        : undefined) ??
      // A resource that no instance of the pool has had yet is not listed.
      (Object.keys(pool.resources).length > 0 ? '0' : undefined);
    const limitNano = parseQuantity(limit);
    const usedNano = used === undefined ? undefined : parseQuantity(used);
    if (limitNano === undefined || usedNano === undefined) return [];
    return [
      {
        resource,
        limit,
        used: used ?? '0',
        percent: percent(usedNano, limitNano),
      },
    ];
  });
}

function percent(used: bigint, limit: bigint): bigint {
  if (limit <= BigInt(0)) return HUNDRED;
  return (used * HUNDRED) / limit;
}

function podsBlockedByLimit(ctx: RuleContext): Map<string, PodFacts[]> {
  const result = new Map<string, PodFacts[]>();
  const pools = ctx.index.ownPools();
  for (const pod of ctx.index.waitingPods()) {
    const [newest] = eventsOfPod(ctx, pod, EVENT_WINDOW);
    if (newest && /exceed limits|node limits have been/.test(newest.message)) {
      for (const pool of pools) {
        if (namesPool(newest.message, pool.name)) {
          result.set(pool.name, [...(result.get(pool.name) ?? []), pod]);
        }
      }
    }
  }
  return result;
}

function namesPool(message: string, pool: string): boolean {
  const at = message.search(/exceed limits|node limits have been/);
  const rest = message.slice(Math.max(0, at - 200));
  return (
    rest.includes(`NodePool=${pool})`) ||
    rest.includes(`NodePool=${pool},`) ||
    rest.includes(`"${pool}"`)
  );
}

function draft(
  pool: NodePoolFacts,
  use: Use | undefined,
  waiting: readonly PodFacts[],
  ctx: RuleContext,
): DraftFinding {
  const amount = use
    ? `${use.resource} ${use.used} of ${use.limit} (${use.percent} %)`
    : 'its limit';
  const pods =
    waiting.length > 0
      ? `; ${waiting.length} ${
          waiting.length === 1 ? 'pod waits' : 'pods wait'
        }`
      : '';
  const since = waiting
    .map(pod => pod.createdAt)
    .filter((time): time is number => time !== undefined)
    .sort((a, b) => a - b)[0];
  return {
    severity: waiting.length > 0 ? 'critical' : 'warning',
    subject: subjectOf('NodePool', pool),
    since: since ?? ctx.heldSince(`nodepool-limit/${pool.name}`),
    title: `NodePool ${pool.name} is at its limit: ${amount}${pods}`,
    evidence: [
      ...(use
        ? [
            evidenceOf(
              'NodePool',
              pool,
              `spec.limits.${use.resource}`,
              use.limit,
            ),
            evidenceOf(
              'NodePool',
              pool,
              `status.resources.${use.resource}`,
              use.used,
            ),
          ]
        : []),
      ...waiting
        .slice(0, 5)
        .map(pod =>
          evidenceOf(
            'Pod',
            pod,
            'events[FailedScheduling]',
            eventsOfPod(ctx, pod, EVENT_WINDOW)[0]?.message,
          ),
        ),
    ],
    remedy: [
      {
        text: `Raise spec.limits${
          use ? `.${use.resource}` : ''
        } of the pool in cluster.yaml, or scale down what it holds`,
        command: shellCommand`kubectl get nodepool ${pool.name} -o jsonpath='{.spec.limits}{"\\n"}{.status.resources}{"\\n"}'`,
      },
    ],
    touches: [
      touch.pool(pool.name),
      ...(waiting.length > 0 ? [touch.waitingPods()] : []),
      ...waiting.map(pod => touch.pod(pod.namespace, pod.name)),
    ],
  };
}
