import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { NodePoolFacts } from '../../../kinds';
import { conditionOf } from '../../../kinds';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { nodepoolClassMissingDoc } from './nodepoolClassMissingDoc';

/**
 * P2: a NodePool refers to an EC2NodeClass that does not exist or is being
 * deleted.
 */
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
      const loss = lossOf(pool, ctx);
      if (loss) {
        // The time of a True condition is when the class was found, not when it
        // was deleted.
        const condition = conditionOf(pool, 'NodeClassReady');
        const own = condition?.status === 'True' ? undefined : condition?.since;
        const key = `pool-class/${pool.name}`;
        const lasting = ctx.lasting(key, own, MINUTE);
        unsure ||= lasting === 'unknown';
        if (lasting === 'yes') {
          findings.push(draft(pool, loss, ctx.heldSince(key, own)));
        }
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

type Loss = 'does not exist' | 'is being deleted';

/**
 * Decides by the list of classes; when that was not read, by the condition that
 * Karpenter wrote.
 */
function lossOf(pool: NodePoolFacts, ctx: RuleContext): Loss | undefined {
  const { name, kind } = pool.nodeClass;
  if (ctx.ok('ec2nodeclasses') && kind === 'EC2NodeClass') {
    const nodeClass = ctx.index.classByName().get(name ?? '');
    if (!nodeClass) {
      return 'does not exist';
    }
    return nodeClass.deletedAt === undefined ? undefined : 'is being deleted';
  }
  switch (conditionOf(pool, 'NodeClassReady')?.reason) {
    case 'NodeClassNotFound':
      return 'does not exist';
    case 'NodeClassTerminating':
      return 'is being deleted';
    default:
      return undefined;
  }
}

function draft(
  pool: NodePoolFacts,
  loss: Loss,
  since: number | undefined,
): DraftFinding {
  const name = pool.nodeClass.name ?? '(none)';
  const condition = conditionOf(pool, 'NodeClassReady');
  return {
    severity: 'critical',
    subject: subjectOf('NodePool', pool),
    since,
    title: `NodePool ${pool.name}: its EC2NodeClass ${name} ${loss}`,
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
        text: 'See which classes exist, and which of them is being deleted',
        command: fixedCommand`kubectl get ec2nodeclasses -o custom-columns=NAME:.metadata.name,DELETED:.metadata.deletionTimestamp`,
      },
      {
        text:
          loss === 'does not exist'
            ? 'Re-create the class in git, or correct nodeClassRef.name of the pool. Another class makes Karpenter replace the nodes that the pool has, as its budgets allow'
            : 'A class that is going waits until its NodeClaims are gone, and launches nothing meanwhile. If the pool is to stay: make a class of another name in git and let the pool name it. Karpenter then replaces the nodes that the pool has, as its budgets allow',
      },
    ],
    touches: [
      touch.pool(pool.name),
      touch.nodeClass(name),
      touch.waitingPods(),
    ],
  };
}
