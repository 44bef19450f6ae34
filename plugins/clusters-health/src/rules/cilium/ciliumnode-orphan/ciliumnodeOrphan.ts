import { MINUTE } from '../../../model/durations';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { deleteLeftOver } from '../../../model/remedy/ciliumNodeRemedies';
import { ciliumnodeOrphanDoc } from './ciliumnodeOrphanDoc';

const LEFT_BEHIND = 15 * MINUTE;

/** D08: a CiliumNode whose Node is gone is not garbage-collected. */
export const ciliumnodeOrphan: Rule = {
  code: 'cilium/D08',
  id: 'ciliumnode-orphan',
  component: 'cilium',
  doc: ciliumnodeOrphanDoc,
  needs: ['ciliumnodes', 'nodes'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    for (const node of ctx.items('ciliumnodes')) {
      if (!ctx.index.nodeByName().has(node.name)) {
        const key = `ciliumnode-orphan/${node.name}`;
        const since = ctx.heldSince(key, node.deletedAt);
        if (since === undefined) {
          unsure = true;
        } else if (ctx.now - since >= LEFT_BEHIND) {
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
