import { MINUTE } from '../../../model/durations';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { conditionOf, NodePoolFacts } from '../../../kinds';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { nodepoolClassMissingDoc } from './nodepoolClassMissingDoc';

/** P2: a NodePool names an EC2NodeClass that is not there or is going. */
export const nodepoolClassMissing: Rule = {
  code: 'karpenter/P2',
  id: 'nodepool-class-missing',
  component: 'karpenter',
  doc: nodepoolClassMissingDoc,
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
