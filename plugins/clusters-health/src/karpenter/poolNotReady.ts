import { MINUTE } from '../engine/durations';
import { DraftFinding, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { conditionOf, effectiveStatus, NodePoolFacts } from '../kinds';
import { shellCommand } from '../engine/shellCommand';

/** P1: a NodePool is not Ready, so the provisioner passes it over. */
export const poolNotReady: Rule = {
  code: 'karpenter/P1',
  rule: 'nodepool-not-ready',
  component: 'karpenter',
  title: 'NodePool is not Ready',
  means:
    'Karpenter passes over a NodePool that is not Ready. When no pool is Ready, pending pods get no Karpenter event at all: nothing but this shows why they wait.',
  detect:
    'NodePool condition Ready is not True for its present generation, for 2 minutes and more. Critical when it holds for every pool, else a warning. Names the first of NodeClassReady and ValidationSucceeded that is not True.',
  remedyDoc: 'Follow the reason: mostly the EC2NodeClass of the pool.',
  source: 'facts/karpenter.md 6.B, facts/karpenter-observed.md 1 and 4',
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
      if (lasting === 'yes') findings.push(draft(pool, all, own, ctx));
      unsure ||= lasting === 'unknown';
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

/** A True of an older generation: an edit that was not looked at, no time known. */
function notReadySince(pool: NodePoolFacts): number | undefined {
  const ready = conditionOf(pool, 'Ready');
  if (ready?.status === 'True') return undefined;
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
        text: 'Follow the reason; mostly it is the EC2NodeClass',
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
