import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { NodePoolFacts } from '../../../kinds';
import { conditionOf, effectiveStatus } from '../../../kinds';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodepoolNotReadyDoc } from './nodepoolNotReadyDoc';

/** P1: a NodePool is not Ready, so the provisioner ignores it. */
export const nodepoolNotReady: Rule = {
  code: 'karpenter/P1',
  id: 'nodepool-not-ready',
  component: 'karpenter',
  doc: nodepoolNotReadyDoc,
  concerns: 'ownPools',
  needs: ['nodepools'],
  evaluate(ctx) {
    const pools = ctx.index
      .ownPools()
      .filter(pool => pool.deletedAt === undefined);
    const notReady = pools.filter(pool => readyStatus(pool) !== 'True');
    const all = pools.length > 0 && notReady.length === pools.length;
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const pool of notReady) {
      const own = notReadySince(pool);
      const key = `nodepool-not-ready/${pool.name}`;
      const lasting = ctx.lasting(key, own, 2 * MINUTE);
      if (lasting === 'yes') {
        findings.push(draft(pool, all, own, ctx));
      }
      unsure ||= lasting === 'unknown';
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

/**
 * Undefined while Ready is True for an older generation: Karpenter has not
 * processed the edit yet, and no field shows since when.
 */
function notReadySince(pool: NodePoolFacts): number | undefined {
  const ready = conditionOf(pool, 'Ready');
  if (ready?.status === 'True') {
    return undefined;
  }
  return ready?.since ?? pool.createdAt;
}

function readyStatus(pool: NodePoolFacts): string {
  return effectiveStatus(conditionOf(pool, 'Ready'), pool.generation);
}

function draft(
  pool: NodePoolFacts,
  all: boolean,
  own: number | undefined,
  ctx: RuleContext,
): DraftFinding {
  const ready = conditionOf(pool, 'Ready');
  const because = ['NodeClassReady', 'ValidationSucceeded']
    .map(type => conditionOf(pool, type))
    .find(condition => condition && condition.status !== 'True');
  const shown = because ?? ready;
  const why = shown
    ? `${shown.reason ?? shown.status}${
        shown.message ? ` (${shown.message})` : ''
      }`
    : 'Karpenter has written no conditions';
  return {
    severity: all ? 'critical' : 'warning',
    subject: subjectOf('NodePool', pool),
    since: ctx.heldSince(`nodepool-not-ready/${pool.name}`, own),
    title: all
      ? `No NodePool is Ready; ${pool.name}: ${why}`
      : `NodePool ${pool.name} is not Ready: ${why}`,
    evidence: [
      evidenceOf(
        'NodePool',
        pool,
        `status.conditions[${shown?.type ?? 'Ready'}]`,
        shown ? `${shown.status} ${why}` : '(absent)',
      ),
    ],
    remedy: [
      {
        text: 'See the conditions of its EC2NodeClass, which usually give the reason',
        command: shellCommand`kubectl describe ec2nodeclass ${
          pool.nodeClass.name ?? ''
        }`,
      },
    ],
    touches: [
      touch.pool(pool.name),
      touch.nodeClass(pool.nodeClass.name ?? ''),
      touch.waitingPods(),
    ],
    group: all ? 'all' : undefined,
  };
}
