import { addressesPerPrefix } from '../addresses';
import { DraftFinding, notApplicable, Rule, unknown } from '../engine/Rule';
import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { isAtLeast } from '../engine/versions';
import { CiliumNodeFacts } from '../kinds';
import { sandboxFailures } from './sandboxEvents';
import { lookAtCiliumNode, restartAgent } from './stuckRemedies';

/** D21: the agent of 1.20 does not take all the prefixes that its node has. */
export const prefixPoolGap: Rule = {
  code: 'cilium/D21',
  rule: 'prefix-pool-gap',
  component: 'cilium',
  title: 'Agent does not use all prefixes of its node',
  means:
    'EC2 gave the node more prefixes than its agent works with: pods fail for want of addresses that are there.',
  detect:
    'Cilium 1.20 and newer: fewer CIDRs in spec.ipam.pools.allocated[default] than prefixes and addresses outside of prefixes in status.eni.enis, while pods of the node fail for want of an address. The addresses list holds those of the prefixes, too.',
  remedyDoc:
    "Restart the node's agent; use 1.20.2 or newer with prefix delegation.",
  since: 'Cilium 1.20',
  source: 'facts/cilium.md 3.4 D21, facts/cilium-observed.md 5, cilium#47910',
  needs: ['ciliumnodes', 'daemonsets', 'events', 'pods'],
  evaluate(ctx) {
    const newer = isAtLeast(ctx.index.ciliumVersion(), '1.20.0-0');
    if (newer === undefined) return unknown("Cilium's version is not known");
    if (!newer) return notApplicable('only since Cilium 1.20');
    const failing = new Set(
      sandboxFailures(ctx)
        .filter(({ cause }) => cause === 'noAddress')
        .map(({ pod }) => pod.nodeName),
    );
    const findings: DraftFinding[] = [];
    for (const node of ctx.items('ciliumnodes')) {
      const wanted = expectedCidrs(node);
      const taken = node.allocatedCidrs?.length ?? 0;
      const prefixes = node.enis.some(eni => eni.prefixes > 0);
      if (prefixes && taken < wanted && failing.has(node.name)) {
        findings.push({
          severity: 'critical',
          subject: subjectOf('CiliumNode', node),
          since: ctx.heldSince(`prefix-gap/${node.name}`),
          title: `Cilium's agent on node ${node.name} uses ${taken} of ${wanted} address blocks that the node has`,
          evidence: [
            evidenceOf(
              'CiliumNode',
              node,
              'spec.ipam.pools.allocated[default].cidrs',
              taken,
            ),
            evidenceOf('CiliumNode', node, 'status.eni.enis', wanted),
          ],
          remedy: [lookAtCiliumNode(node.name), restartAgent(node.name)],
          touches: [touch.node(node.name)],
          group: 'prefix-gap',
        });
      }
    }
    return { findings };
  },
};

/** A prefix is one CIDR, an address outside of all prefixes another one. */
export function expectedCidrs(node: CiliumNodeFacts): number {
  let cidrs = 0;
  for (const { addresses, prefixes } of node.enis) {
    const single = addresses - addressesPerPrefix * prefixes;
    cidrs += prefixes + Math.max(0, single);
  }
  return cidrs;
}
