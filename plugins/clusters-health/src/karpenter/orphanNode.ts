import { MINUTE } from '../engine/durations';
import { poolOf } from '../engine/ClusterIndex';
import { DraftFinding, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { conditionOf, NodeClaimFacts, NodeFacts } from '../kinds';

/** L13: a node without its NodeClaim, or a NodeClaim without its node. */
export const orphanNode: Rule = {
  code: 'karpenter/L13',
  rule: 'node-orphan',
  component: 'karpenter',
  title: 'Node and NodeClaim have lost each other',
  means:
    'A node with the label of a pool that no NodeClaim stands for is left alone by Karpenter for ever: not replaced, not consolidated. A registered NodeClaim whose node is gone counts against limits.',
  detect:
    'Node with label karpenter.sh/nodepool and no NodeClaim with its providerID, or a NodeClaim that is Registered whose node does not exist; for more than 5 minutes.',
  remedyDoc: 'Drain and delete the node, or delete the NodeClaim.',
  source: 'facts/karpenter.md 6.C, facts/karpenter-observed.md 34',
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
    for (const node of ctx.items('nodes').filter(one => isOrphan(one, ctx))) {
      check(`orphan/${node.name}`, node.createdAt, () => ofNode(node));
    }
    for (const claim of ctx.items('nodeclaims')) {
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
        text: 'Karpenter does not manage it: drain it, end the instance, delete the node',
        command: `kubectl drain ${node.name} --ignore-daemonsets --delete-emptydir-data`,
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
        text: 'When the instance is gone as well, delete the NodeClaim',
        command: `kubectl delete nodeclaim ${claim.name}`,
      },
    ],
    touches: [touch.claim(claim.name)],
  };
}
