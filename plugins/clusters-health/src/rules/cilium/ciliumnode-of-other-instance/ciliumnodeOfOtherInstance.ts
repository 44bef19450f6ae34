import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { Lasting, RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { CiliumNodeFacts, NodeFacts } from '../../../kinds';
import { isEniMode } from '../../../model/cilium/ciliumSettings';
import { nodeNetwork } from '../../../model/cilium/nodeNetwork';
import { failingSince } from '../../../model/cilium/sandboxFailures';
import { instanceIdOf } from '../../../model/remedy/describeInstances';
import { recreateCiliumNode } from '../../../model/remedy/ciliumNodeRemedies';
import { type Mismatch, mismatchOf } from './mismatchOf';
import { ciliumnodeOfOtherInstanceDoc } from './ciliumnodeOfOtherInstanceDoc';

/** The agent of a new node writes its instance id within seconds. */
const SETTLED = 2 * MINUTE;
/** The operator writes interfaces and addresses in separate steps. */
const GONE = 5 * MINUTE;

/** D10: a CiliumNode describes another instance than the node with its name. */
export const ciliumnodeOfOtherInstance: Rule = {
  code: 'cilium/D10',
  id: 'ciliumnode-of-other-instance',
  component: 'cilium',
  doc: ciliumnodeOfOtherInstanceDoc,
  needs: ['ciliumnodes', 'nodes'],
  uses: ['configmaps'],
  details: ['events', 'pods', 'daemonsets', 'deployments'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure: string | undefined;
    for (const ciliumNode of ctx.items('ciliumnodes')) {
      const node = ctx.index.nodeByName().get(ciliumNode.name);
      if (node && node.deletedAt === undefined && isSettled(ctx, node)) {
        const mismatch = mismatchOf(ctx, ciliumNode, node);
        const strange = strangeAddresses(ciliumNode);
        if (mismatch) {
          const since = node.createdAt;
          findings.push(draft(ctx, ciliumNode, mismatch, since));
        } else if (strange) {
          const lasts = lasting(ctx, ciliumNode);
          unsure ??= lasts === 'unknown' ? 'needs a second look' : undefined;
          if (lasts === 'yes') {
            findings.push(draft(ctx, ciliumNode, strange));
          }
        } else if (cannotTell(ctx, node)) {
          unsure ??= `node ${node.name} does not say which instance it is`;
        }
      }
    }
    return { findings, unknown: unsure };
  },
};

function isSettled(ctx: RuleContext, node: NodeFacts): boolean {
  const age = ctx.age(node.createdAt);
  return age === undefined || age >= SETTLED;
}

/**
 * When pods on the node have failed for this long, the mismatch has lasted too.
 */
function lasting(ctx: RuleContext, { name }: CiliumNodeFacts): Lasting {
  const own = failingSince(ctx, name);
  return ctx.lasting(`instance-gone/${name}`, own, GONE);
}

/** Addresses on interfaces that the instance does not have. */
function strangeAddresses(node: CiliumNodeFacts): Mismatch | undefined {
  if (nodeNetwork(node) === 'instanceGone') {
    return {
      text: 'describes an instance that EC2 does not know',
      evidence: [
        evidenceOf('CiliumNode', node, 'status.eni.enis', '{}'),
        evidenceOf('CiliumNode', node, 'spec.ipam.pool (addresses)', node.pool),
      ],
    };
  }
  const there = new Set(node.enis.map(({ id }) => id));
  const missing = node.poolEnis.filter(id => !there.has(id));
  return node.hasStatus && missing.length > 0
    ? {
        text: `has addresses on ${missing
          .slice(0, 3)
          .join(', ')}, which is not among its interfaces`,
        evidence: [
          evidenceOf(
            'CiliumNode',
            node,
            'spec.ipam.pool (interfaces)',
            node.poolEnis.join(', '),
          ),
          evidenceOf(
            'CiliumNode',
            node,
            'status.eni.enis',
            [...there].join(', '),
          ),
        ],
      }
    : undefined;
}

/** Without the node's own instance id there is nothing to compare with. */
function cannotTell(ctx: RuleContext, node: NodeFacts): boolean {
  return isEniMode(ctx) && instanceIdOf(node.providerId) === undefined;
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
    evidence: mismatch.evidence,
    remedy: recreateCiliumNode(ctx, node),
    touches: [touch.node(node.name), touch.waitingPods()],
    group: mismatch.group,
  };
}
