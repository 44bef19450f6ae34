import { MINUTE } from '../engine/durations';
import { DraftFinding, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { conditionOf, NodePoolFacts } from '../kinds';
import { fixedCommand } from '../engine/shellCommand';

/** P2: a NodePool names an EC2NodeClass that is not there or is going. */
export const poolClassMissing: Rule = {
  code: 'karpenter/P2',
  rule: 'nodepool-class-missing',
  component: 'karpenter',
  title: 'NodePool has no EC2NodeClass',
  means:
    'The class that the pool names does not exist or is being deleted: the pool launches nothing.',
  detect:
    'NodePool condition NodeClassReady has reason NodeClassNotFound or NodeClassTerminating, or no EC2NodeClass has the name of spec.template.spec.nodeClassRef, for a minute.',
  remedyDoc:
    'Create the class or correct the name. A class that is going waits until its NodeClaims are gone.',
  source: 'facts/karpenter.md 1.5 and 6.B, facts/karpenter-observed.md 27',
  concerns: 'ownPools',
  needs: ['nodepools'],
  uses: ['ec2nodeclasses'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const pool of ctx.index.ownPools()) {
      const why = missing(pool, ctx);
      if (why) {
        // A True says since when the class was there, not since when it is gone.
        const condition = conditionOf(pool, 'NodeClassReady');
        const own = condition?.status === 'True' ? undefined : condition?.since;
        const key = `pool-class/${pool.name}`;
        const lasting = ctx.lasting(key, own, MINUTE);
        unsure ||= lasting === 'unknown';
        if (lasting === 'yes') {
          findings.push(draft(pool, why, ctx.heldSince(key, own)));
        }
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

function missing(pool: NodePoolFacts, ctx: RuleContext): string | undefined {
  const { reason } = conditionOf(pool, 'NodeClassReady') ?? {};
  if (reason === 'NodeClassNotFound') return 'does not exist';
  if (reason === 'NodeClassTerminating') return 'is being deleted';
  const { name, kind } = pool.nodeClass;
  const known = ctx.index.classByName().has(name ?? '');
  const judged = ctx.ok('ec2nodeclasses') && kind === 'EC2NodeClass';
  return judged && !known ? 'does not exist' : undefined;
}

function draft(
  pool: NodePoolFacts,
  why: string,
  since: number | undefined,
): DraftFinding {
  const name = pool.nodeClass.name ?? '(none)';
  const condition = conditionOf(pool, 'NodeClassReady');
  return {
    severity: 'critical',
    subject: subjectOf('NodePool', pool),
    since,
    title: `NodePool ${pool.name}: its EC2NodeClass ${name} ${why}`,
    evidence: [
      evidenceOf(
        'NodePool',
        pool,
        'spec.template.spec.nodeClassRef.name',
        name,
      ),
      evidenceOf(
        'NodePool',
        pool,
        'status.conditions[NodeClassReady]',
        condition && `${condition.status} ${condition.reason ?? ''}`,
      ),
    ],
    remedy: [
      {
        text: 'Create the class or correct the name',
        command: fixedCommand`kubectl get ec2nodeclasses`,
      },
    ],
    touches: [
      touch.pool(pool.name),
      touch.nodeClass(name),
      touch.waitingPods(),
    ],
  };
}
