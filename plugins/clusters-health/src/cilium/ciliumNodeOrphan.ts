import { MINUTE } from '../engine/durations';
import { DraftFinding, Rule } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { deleteLeftOver } from './stuckRemedies';

const LEFT_BEHIND = 15 * MINUTE;

/** D08: a CiliumNode whose Node is gone is not collected. */
export const ciliumNodeOrphan: Rule = {
  code: 'cilium/D08',
  rule: 'ciliumnode-orphan',
  component: 'cilium',
  title: 'CiliumNode without a Node',
  means:
    "Other nodes still route to it and may try to reach it, and a new node of the same name would inherit its addresses. Agents give it an owner, so only kube-controller-manager's garbage collector takes it away; Cilium's operator never does.",
  detect:
    'A CiliumNode of a name that no Node has, for more than 15 minutes. The objects carry no such time: a first look cannot tell.',
  remedyDoc: 'Make sure that the Node is gone, then delete the CiliumNode.',
  source: 'facts/cilium.md 3.4 D08, facts/cilium-observed.md 7',
  needs: ['ciliumnodes', 'nodes'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const node of ctx.items('ciliumnodes')) {
      if (!ctx.index.nodeByName().has(node.name)) {
        const key = `ciliumnode-orphan/${node.name}`;
        const since = ctx.heldSince(key, node.deletedAt);
        if (since === undefined) unsure = true;
        else if (ctx.now - since >= LEFT_BEHIND) {
          findings.push({
            severity: 'warning',
            subject: subjectOf('CiliumNode', node),
            since,
            title: `CiliumNode ${node.name} is left over: its Node is gone`,
            evidence: [
              evidenceOf(
                'CiliumNode',
                node,
                'metadata.ownerReferences',
                node.owners.map(({ kind, uid }) => `${kind} ${uid}`).join(', '),
              ),
              evidenceOf(
                'CiliumNode',
                node,
                'spec.instance-id',
                node.instanceId,
              ),
            ],
            remedy: deleteLeftOver(node.name),
            touches: [touch.node(node.name)],
            group: 'left-over',
          });
        }
      }
    }
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};
