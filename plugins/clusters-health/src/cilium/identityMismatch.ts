import { MINUTE } from '../engine/durations';
import { DraftFinding, Rule } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { CiliumNodeFacts, NodeFacts } from '../kinds';
import { nodeNetwork } from './nodeNetwork';
import { recreateCiliumNode } from './stuckRemedies';

/** The agent of a new node writes its instance within seconds. */
const SETTLED = 2 * MINUTE;
const GONE = 5 * MINUTE;

interface Mismatch {
  text: string;
  path: string;
  theirs: string | undefined;
  ours: string | undefined;
}

/** D10: a CiliumNode describes another instance than the node of its name. */
export const identityMismatch: Rule = {
  code: 'cilium/D10',
  rule: 'ciliumnode-of-other-instance',
  component: 'cilium',
  title: 'CiliumNode belongs to another instance',
  means:
    'EC2 gives private names again, and the CiliumNode of the earlier instance was kept: the operator assigns addresses to interfaces that the node does not have. Its pods run until they need a new address.',
  detect:
    "CiliumNode spec.instance-id differs from the instance in the Node's providerID, or its owner's uid from the Node's uid; or status.eni is empty while spec.ipam.pool is not, for more than 5 minutes: EC2 does not know the instance.",
  remedyDoc:
    "Move the pods of the node away; then delete the CiliumNode and restart that node's agent, or replace the node.",
  source: 'facts/cilium.md 3.4 D10, facts/cilium-observed.md 2',
  needs: ['ciliumnodes', 'nodes'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const ciliumNode of ctx.items('ciliumnodes')) {
      const node = ctx.index.nodeByName().get(ciliumNode.name);
      if (node && node.deletedAt === undefined) {
        const mismatch = mismatchOf(ciliumNode, node);
        const gone = nodeNetwork(ciliumNode) === 'instanceGone';
        if (mismatch && isSettled(ctx, node)) {
          findings.push(draft(ctx, ciliumNode, mismatch, node.createdAt));
        } else if (gone) {
          const key = `instance-gone/${ciliumNode.name}`;
          const lasts = ctx.lasting(key, undefined, GONE);
          if (lasts === 'unknown') unsure = true;
          if (lasts === 'yes') {
            findings.push(draft(ctx, ciliumNode, instanceGone(ciliumNode)));
          }
        }
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

function isSettled(ctx: RuleContext, node: NodeFacts): boolean {
  const age = ctx.age(node.createdAt);
  return age === undefined || age >= SETTLED;
}

function mismatchOf(
  ciliumNode: CiliumNodeFacts,
  node: NodeFacts,
): Mismatch | undefined {
  const instance = node.providerId?.split('/').pop();
  if (
    ciliumNode.instanceId &&
    instance?.startsWith('i-') &&
    ciliumNode.instanceId !== instance
  ) {
    return {
      text: `describes instance ${ciliumNode.instanceId}, but the node is ${instance}`,
      path: 'spec.instance-id',
      theirs: ciliumNode.instanceId,
      ours: node.providerId,
    };
  }
  const owner = ciliumNode.owners.find(one => one.kind === 'Node');
  if (owner?.uid && node.uid && owner.uid !== node.uid) {
    return {
      text: 'belongs to an earlier node of the same name',
      path: 'metadata.ownerReferences[0].uid',
      theirs: owner.uid,
      ours: node.uid,
    };
  }
  return undefined;
}

function instanceGone(node: CiliumNodeFacts): Mismatch {
  return {
    text: 'describes an instance that EC2 does not know',
    path: 'status.eni.enis',
    theirs: '{}',
    ours: `${node.pool} addresses in spec.ipam.pool`,
  };
}

function draft(
  ctx: RuleContext,
  node: CiliumNodeFacts,
  mismatch: Mismatch,
  own?: number,
): DraftFinding {
  return {
    severity: 'critical',
    subject: subjectOf('CiliumNode', node),
    since: ctx.heldSince(`identity/${node.name}`, own),
    title: `CiliumNode ${node.name} ${mismatch.text}`,
    evidence: [
      evidenceOf('CiliumNode', node, mismatch.path, mismatch.theirs),
      evidenceOf('Node', node, 'spec.providerID, metadata.uid', mismatch.ours),
    ],
    remedy: recreateCiliumNode(node),
    touches: [touch.node(node.name), touch.waitingPods()],
  };
}
