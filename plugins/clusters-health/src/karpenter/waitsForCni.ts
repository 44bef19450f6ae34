import { MINUTE, sayDuration } from '../engine/durations';
import { DraftFinding, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { poolOf } from '../engine/ClusterIndex';
import {
  ConditionFacts,
  conditionOf,
  NodeClaimFacts,
  NodeFacts,
} from '../kinds';
import { shellCommand } from '../engine/shellCommand';

const NO_CNI =
  /cni plugin not initialized|NetworkPluginNotReady|network is not ready/i;

/** L3: a node does not get into service because its network is not ready. */
export const waitsForCni: Rule = {
  code: 'karpenter/L3',
  rule: 'nodeclaim-waits-for-cni',
  component: 'karpenter',
  title: 'New node waits for Cilium',
  means:
    'The node has joined, but Cilium has not become ready on it: the start-up taint stays, no pod is scheduled there, and Karpenter never gives up on it (there is no time limit for initialization).',
  detect:
    "NodeClaim condition Initialized is not True with reason StartupTaintsExist naming Cilium's taint, or NodeNotReady while the node says that its CNI is not initialized; more than 5 minutes after creation (warning), more than 15 (critical).",
  remedyDoc:
    'Look at the Cilium agent pod and the CiliumNode of that node; check that the agent DaemonSet tolerates the taints of the pool. Do not remove the taint by hand: pods would start without a network.',
  source: 'facts/karpenter.md 6.C, facts/karpenter-observed.md 3 and 7',
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
        waits(condition, node, ctx)
      ) {
        // The condition's time is that of creation and never moves (O 3).
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

/** Whether a NodeClaim waits for Cilium rather than for anything else. */
export function isWaitingForCni(
  ctx: RuleContext,
  claim: NodeClaimFacts,
): boolean {
  const node = ctx.index.nodeByName().get(claim.nodeName ?? '');
  return waits(conditionOf(claim, 'Initialized'), node, ctx);
}

function waits(
  condition: ConditionFacts | undefined,
  node: NodeFacts | undefined,
  ctx: RuleContext,
): boolean {
  if (condition?.reason === 'StartupTaintsExist') {
    return (condition.message ?? '').includes(ctx.index.ciliumTaintKey());
  }
  const ready = node && conditionOf(node, 'Ready');
  return (
    condition?.reason === 'NodeNotReady' &&
    ready?.status !== 'True' &&
    NO_CNI.test(ready?.message ?? '')
  );
}

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
