import { ec2EniLimits } from '../addresses';
import { DraftFinding, notApplicable, Rule, unknown } from '../engine/Rule';
import { RuleContext } from '../engine/RuleContext';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { replaceNode } from '../model/replaceNode';
import { CiliumNodeFacts, EniFacts } from '../kinds';
import { noConfig } from './ciliumContext';
import { describeSubnet } from './stuckRemedies';

/** D22: a node that should use prefixes has single addresses, for good. */
export const prefixesLost: Rule = {
  code: 'cilium/D22',
  rule: 'prefix-delegation-lost',
  component: 'cilium',
  title: 'Node does not use prefix delegation',
  means:
    'A single address outside of a prefix turns prefixes off for the node, for good: it can serve a sixteenth of the pods that it is planned for. Nothing logs it.',
  detect:
    'aws-enable-prefix-delegation is true and an interface of a Nitro node has more than one address and no prefix. The subnet had no free /28 left, or aws-node ran on the node first.',
  remedyDoc:
    'Replace the node. Reserve blocks for prefixes in the subnet (subnet CIDR reservation), and keep aws-node off new nodes.',
  source: 'facts/cilium.md 3.4 D22, facts/cilium-observed.md 3',
  needs: ['ciliumnodes', 'configmaps'],
  details: ['nodeclaims'],
  evaluate(ctx) {
    const config = ctx.index.ciliumConfig();
    if (!config) return unknown(noConfig);
    if (config['aws-enable-prefix-delegation'] !== 'true') {
      return notApplicable('prefix delegation is off');
    }
    const findings: DraftFinding[] = [];
    let unsure: string | undefined;
    for (const node of ctx.items('ciliumnodes')) {
      const eni = node.enis.find(isPlain);
      const limits = ec2EniLimits(node.instanceType ?? '');
      if (eni && !node.disablePrefixDelegation) {
        if (!limits) unsure = `instance type ${node.instanceType} is not known`;
        else if (limits.hypervisor === 'nitro') {
          findings.push(draft(ctx, node, eni));
        }
      }
    }
    return { findings, unknown: unsure };
  },
};

/** The interface's own primary address is forgiven. */
function isPlain(eni: EniFacts): boolean {
  const others = eni.addresses - (eni.ownAddressListed ? 1 : 0);
  return eni.prefixes === 0 && others > 1;
}

function draft(
  ctx: RuleContext,
  node: CiliumNodeFacts,
  eni: EniFacts,
): DraftFinding {
  return {
    severity: 'warning',
    subject: subjectOf('CiliumNode', node),
    title: `Node ${node.name} has single addresses instead of prefixes`,
    evidence: [
      evidenceOf(
        'CiliumNode',
        node,
        `status.eni.enis[${eni.id}]`,
        `${eni.addresses} addresses, no prefixes`,
      ),
      evidenceOf(
        'CiliumNode',
        node,
        'spec.eni.instance-type',
        node.instanceType,
      ),
    ],
    remedy: [
      ...(eni.subnetId ? [describeSubnet(eni.subnetId)] : []),
      replaceNode(
        ctx,
        node.name,
        'The node never goes back to prefixes. Once the subnet has room for whole blocks',
      ),
    ],
    touches: [
      touch.node(node.name),
      ...(eni.subnetId ? [touch.subnet(eni.subnetId)] : []),
    ],
    group: `subnet/${eni.subnetId}`,
  };
}
