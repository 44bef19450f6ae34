import { MINUTE, sayDuration } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { conditionEvidence, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { isWaitingForCni } from '../../../model/isWaitingForCni';
import { poolOf } from '../../../model/poolOf';
import type { ConditionFacts, NodeClaimFacts, NodeFacts } from '../../../kinds';
import { conditionOf } from '../../../kinds';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeclaimWaitsForCniDoc } from './nodeclaimWaitsForCniDoc';

/** L3: a node does not come into service because its network is not ready. */
export const nodeclaimWaitsForCni: Rule = {
  code: 'karpenter/L3',
  id: 'nodeclaim-waits-for-cni',
  component: 'karpenter',
  doc: nodeclaimWaitsForCniDoc,
  concerns: 'ownClaims',
  needs: ['nodeclaims'],
  uses: ['nodes', 'configmaps'],
  details: ['daemonsets'],
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
        // The time of the condition is the time of creation and never changes.
        const own = claim.createdAt ?? condition?.since;
        const since = ctx.heldSince(`waits-for-cni/${claim.name}`, own);
        if (since === undefined) {
          unsure = true;
        } else if (ctx.now - since > 5 * MINUTE) {
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
    evidence: [conditionEvidence('NodeClaim', claim, 'Initialized', condition)],
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
