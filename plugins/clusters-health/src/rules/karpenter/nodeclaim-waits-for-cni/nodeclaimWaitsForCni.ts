import { MINUTE, sayDuration } from '../../../model/durations';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { isWaitingForCni } from '../../../model/isWaitingForCni';
import { poolOf } from '../../../model/ClusterIndex';
import {
  ConditionFacts,
  conditionOf,
  NodeClaimFacts,
  NodeFacts,
} from '../../../kinds';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeclaimWaitsForCniDoc } from './nodeclaimWaitsForCniDoc';

/** L3: a node does not get into service because its network is not ready. */
export const nodeclaimWaitsForCni: Rule = {
  code: 'karpenter/L3',
  id: 'nodeclaim-waits-for-cni',
  component: 'karpenter',
  doc: nodeclaimWaitsForCniDoc,
  concerns: 'ownClaims',
  needs: ['nodeclaims'],
  uses: ['nodes', 'configmaps'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const claim of ctx.index.ownClaims()) {
      const condition = conditionOf(claim, 'Initialized');
      const node = ctx.index.nodeByName().get(claim.nodeName ?? '');
      if (
        claim.deletedAt === undefined &&
        condition?.status !== 'True' &&
        isWaitingForCni(ctx, claim)
      ) {
        // The condition's time is that of creation and never moves.
        const own = claim.createdAt ?? condition?.since;
        const since = ctx.heldSince(`waits-for-cni/${claim.name}`, own);
        if (since === undefined) unsure = true;
        else if (ctx.now - since > 5 * MINUTE) {
          findings.push(draft(claim, condition, node, since, ctx));
        }
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

function draft(
  claim: NodeClaimFacts,
  condition: ConditionFacts | undefined,
  node: NodeFacts | undefined,
  since: number,
  ctx: RuleContext,
): DraftFinding {
  const age = ctx.now - since;
  const name = node?.name ?? claim.nodeName ?? claim.name;
  const pool = poolOf(claim) ?? '';
  const namespace = ctx.index.ciliumAgent()?.namespace ?? 'kube-system';
  return {
    severity: age > 15 * MINUTE ? 'critical' : 'warning',
    subject: subjectOf('NodeClaim', claim),
    since,
    title: `Node ${name} has waited for Cilium for ${sayDuration(age)}`,
    evidence: [
      evidenceOf(
        'NodeClaim',
        claim,
        'status.conditions[Initialized]',
        `${condition?.status} ${condition?.reason}: ${
          condition?.message ?? ''
        }`,
      ),
    ],
    remedy: [
      {
        text: 'See what the Cilium agent of that node waits for',
        command: shellCommand`kubectl -n ${namespace} get pods -l k8s-app=cilium -o wide --field-selector spec.nodeName=${name}`,
      },
      {
        text: 'See whether the operator gave the node addresses',
        command: shellCommand`kubectl get ciliumnode ${name} -o yaml`,
      },
    ],
    touches: [
      touch.claim(claim.name),
      touch.node(name),
      touch.pool(pool),
      touch.waitingPods(),
    ],
    group: 'cni',
  };
}
