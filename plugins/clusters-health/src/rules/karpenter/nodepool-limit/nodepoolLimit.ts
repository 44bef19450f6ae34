import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { NodePoolFacts, PodFacts } from '../../../kinds';
import { isLeaving, isTurnedOff } from '../../../model/isDraining';
import {
  FULL,
  type LimitUse,
  limitUses,
} from '../../../model/karpenter/limitUse';
import { eventsOfPod } from '../../../model/karpenter/karpenterEvents';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { EVENT_WINDOW, podsBlockedByLimit } from './podsBlockedByLimit';
import { nodepoolLimitDoc } from './nodepoolLimitDoc';

const PERCENT_NEAR = BigInt(90);

/**
 * P3: a NodePool has reached its limit, or so nearly that no further node fits.
 */
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
      const waiting = blocked.get(pool.name) ?? [];
      if (isLeaving(pool) || (isTurnedOff(pool) && waiting.length === 0)) {
        continue;
      }
      const uses = limitUses(pool).filter(use => !isDesign(pool, use));
      const full = uses.filter(use => use.percent >= FULL);
      const near = uses.filter(use => use.percent > PERCENT_NEAR);
      if (waiting.length > 0 || near.length > 0) {
        const shown = [...full, ...near, ...uses];
        findings.push(draft(pool, shown[0], waiting, ctx));
      }
    }
    const unreadable = ctx.index
      .ownPools()
      .find(pool => limitUses(pool).length < Object.keys(pool.limits).length);
    return unreadable
      ? {
          findings,
          unknown: `NodePool ${unreadable.name} does not say how much it uses`,
        }
      : { findings };
  },
};

/**
 * A static pool that has reached its limit has the intended size, so that is no
 * fault.
 */
function isDesign(
  { replicas }: NodePoolFacts,
  { resource }: LimitUse,
): boolean {
  return replicas !== undefined && resource === 'nodes';
}

function draft(
  pool: NodePoolFacts,
  use: LimitUse | undefined,
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
    title: `NodePool ${pool.name} is ${
      isTurnedOff(pool) ? 'turned off by a limit of 0' : 'at its limit'
    }: ${amount}${pods}`,
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
        } of the pool in cluster.yaml, or scale down what runs on it`,
      },
      {
        text: 'See the limits and how much of them is used',
        command: shellCommand`kubectl get nodepool ${pool.name} -o jsonpath='{.spec.limits}{"\\n"}{.status.resources}{"\\n"}'`,
      },
    ],
    touches: [
      touch.pool(pool.name),
      ...((use?.percent ?? BigInt(0)) >= FULL
        ? [touch.fullPool(pool.name)]
        : []),
      ...(waiting.length > 0 ? [touch.waitingPods()] : []),
      ...waiting.map(pod => touch.pod(pod.namespace, pod.name)),
    ],
  };
}
