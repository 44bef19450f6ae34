import { MINUTE } from '../../../model/durations';
import { poolOf } from '../../../model/ClusterIndex';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { conditionOf, NodeClaimFacts, NodeFacts } from '../../../kinds';
import { fixedCommand, shellCommand } from '../../../model/remedy/shellCommand';
import { nodeOrphanDoc } from './nodeOrphanDoc';

/** L13: a node without its NodeClaim, or a NodeClaim without its node. */
export const nodeOrphan: Rule = {
  code: 'karpenter/L13',
  id: 'node-orphan',
  component: 'karpenter',
  doc: nodeOrphanDoc,
  concerns: 'ownNodes',
  needs: ['nodes', 'nodeclaims'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    const check = (
      key: string,
      own: number | undefined,
      make: () => DraftFinding,
    ) => {
      const lasting = ctx.lasting(key, own, 5 * MINUTE);
      if (lasting === 'yes') findings.push(make());
      unsure ||= lasting === 'unknown';
    };
    for (const node of ctx.index.ownNodes().filter(one => isOrphan(one, ctx))) {
      check(`orphan/${node.name}`, node.createdAt, () => ofNode(node));
    }
    for (const claim of ctx.index.ownClaims()) {
      const registered = conditionOf(claim, 'Registered');
      if (
        registered?.status === 'True' &&
        claim.deletedAt === undefined &&
        !hasNode(claim, ctx)
      ) {
        // When the node went is not written anywhere: only memory knows.
        check(`nodeless/${claim.name}`, undefined, () => ofClaim(claim));
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

function isOrphan(node: NodeFacts, ctx: RuleContext): boolean {
  if (poolOf(node) === undefined || node.deletedAt !== undefined) return false;
  const { claimByProviderId, claimByNodeName } = ctx.index;
  return (
    !claimByProviderId().has(node.providerId ?? '') &&
    !claimByNodeName().has(node.name)
  );
}

function hasNode(claim: NodeClaimFacts, ctx: RuleContext): boolean {
  const { nodeByName, nodeByProviderId } = ctx.index;
  return (
    nodeByProviderId().has(claim.providerId ?? '') ||
    nodeByName().has(claim.nodeName ?? '')
  );
}

function ofNode(node: NodeFacts): DraftFinding {
  return {
    severity: 'warning',
    subject: subjectOf('Node', node),
    since: node.createdAt,
    title: `Node ${node.name} belongs to NodePool ${poolOf(
      node,
    )} but has no NodeClaim`,
    evidence: [
      evidenceOf(
        'Node',
        node,
        'metadata.labels[karpenter.sh/nodepool]',
        poolOf(node),
      ),
      evidenceOf('Node', node, 'spec.providerID', node.providerId),
    ],
    remedy: [
      {
        text: 'Make sure that no NodeClaim has its instance: its provider id must not be in this list',
        command: fixedCommand`kubectl get nodeclaims -o custom-columns=NAME:.metadata.name,NODE:.status.nodeName,INSTANCE:.status.providerID`,
      },
      {
        text: 'Then keep new pods off it; pods that run stay',
        command: shellCommand`kubectl cordon ${node.name}`,
      },
      {
        text: 'Then move its pods away. This evicts them as PodDisruptionBudgets allow, and stops at pods with local data; when it is empty, end the instance and delete the Node',
        command: shellCommand`kubectl drain ${node.name} --ignore-daemonsets`,
      },
    ],
    touches: [touch.node(node.name)],
  };
}

function ofClaim(claim: NodeClaimFacts): DraftFinding {
  return {
    severity: 'warning',
    subject: subjectOf('NodeClaim', claim),
    title: `NodeClaim ${claim.name} is registered but its node ${
      claim.nodeName ?? ''
    } does not exist`,
    evidence: [
      evidenceOf('NodeClaim', claim, 'status.nodeName', claim.nodeName),
      evidenceOf('NodeClaim', claim, 'status.providerID', claim.providerId),
    ],
    remedy: [
      {
        text: 'See whether its instance still runs',
        command: shellCommand`aws ec2 describe-instances --instance-ids ${claim.providerId
          ?.split('/')
          .pop()} --query 'Reservations[].Instances[].[InstanceId,State.Name,StateReason.Message]' --output table`,
      },
      {
        text: 'Only when it is gone, or nobody needs it: delete the NodeClaim. Karpenter ends the instance if it still runs',
        command: shellCommand`kubectl delete nodeclaim ${claim.name}`,
      },
    ],
    touches: [touch.claim(claim.name)],
  };
}
