import { MINUTE } from '../../../model/durations';
import { DraftFinding, Rule } from '../../../rule/Rule';
import { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { CiliumNodeFacts, NodeFacts } from '../../../kinds';
import { nodeNetwork } from '../../../model/cilium/nodeNetwork';
import { recreateCiliumNode } from '../../../model/remedy/ciliumNodeRemedies';
import { ciliumnodeOfOtherInstanceDoc } from './ciliumnodeOfOtherInstanceDoc';

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
export const ciliumnodeOfOtherInstance: Rule = {
  code: 'cilium/D10',
  id: 'ciliumnode-of-other-instance',
  component: 'cilium',
  doc: ciliumnodeOfOtherInstanceDoc,
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
