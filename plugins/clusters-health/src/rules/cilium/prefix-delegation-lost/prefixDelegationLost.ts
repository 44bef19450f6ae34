import { ec2EniLimits } from '../../../model/addresses';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable, unknown } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { replaceNode } from '../../../model/remedy/replaceNode';
import type { CiliumNodeFacts, EniFacts } from '../../../kinds';
import { noConfig } from '../../../model/cilium/ciliumSettings';
import { describeSubnet } from '../../../model/remedy/ciliumNodeRemedies';
import { prefixDelegationLostDoc } from './prefixDelegationLostDoc';

/** D22: a node that should use prefixes has single addresses, permanently. */
export const prefixDelegationLost: Rule = {
  code: 'cilium/D22',
  id: 'prefix-delegation-lost',
  component: 'cilium',
  doc: prefixDelegationLostDoc,
  needs: ['ciliumnodes', 'configmaps'],
  uses: ['nodes'],
  details: ['nodeclaims'],
  evaluate(ctx) {
    const config = ctx.index.ciliumConfig();
    if (!config) {
      return unknown(noConfig);
    }
    if (config['aws-enable-prefix-delegation'] !== 'true') {
      return notApplicable('prefix delegation is off');
    }
    const findings: DraftFinding[] = [];
    let unsure: string | undefined;
    for (const node of ctx.items('ciliumnodes')) {
      const eni = node.enis.find(isPlain);
      const limits = ec2EniLimits(node.instanceType ?? '');
      if (eni && !node.disablePrefixDelegation && stays(ctx, node)) {
        if (!limits) {
          unsure = `instance type ${node.instanceType} is not known`;
        } else if (limits.hypervisor === 'nitro') {
          findings.push(draft(ctx, node, eni));
        }
      }
    }
    return { findings, unknown: unsure };
  },
};

/**
 * Whether the node stays: a node that is gone or is being deleted needs no
 * replacement.
 */
function stays(ctx: RuleContext, { name }: CiliumNodeFacts): boolean {
  const node = ctx.index.nodeByName().get(name);
  return !ctx.ok('nodes') || (node !== undefined && !node.deletedAt);
}

/**
 * Whether an interface has single addresses besides its own primary address.
 */
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
