import { ADDRESSES_PER_PREFIX } from '@clusterworks/plugin-clusters-spec';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import { notApplicable, unknown } from '../../../rule/Rule';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { isAtLeast } from '../../../model/versions';
import type { CiliumNodeFacts } from '../../../kinds';
import { sandboxFailures } from '../../../model/cilium/sandboxFailures';
import {
  lookAtCiliumNode,
  restartAgent,
} from '../../../model/remedy/ciliumNodeRemedies';
import { prefixPoolGapDoc } from './prefixPoolGapDoc';

/** D21: the agent of 1.20 does not use all the prefixes that its node has. */
export const prefixPoolGap: Rule = {
  code: 'cilium/D21',
  id: 'prefix-pool-gap',
  component: 'cilium',
  doc: prefixPoolGapDoc,
  needs: ['ciliumnodes', 'daemonsets', 'events', 'pods'],
  details: ['nodes'],
  evaluate(ctx) {
    const newer = isAtLeast(ctx.index.ciliumVersion(), '1.20.0-0');
    if (newer === undefined) {
      return unknown("Cilium's version is not known");
    }
    if (!newer) {
      return notApplicable('only since Cilium 1.20');
    }
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
          remedy: [lookAtCiliumNode(node.name), restartAgent(ctx, node.name)],
          touches: [touch.node(node.name)],
          group: 'prefix-gap',
        });
      }
    }
    return { findings };
  },
};

/**
 * A prefix counts as one CIDR, and so does each address outside of all
 * prefixes.
 */
export function expectedCidrs(node: CiliumNodeFacts): number {
  let cidrs = 0;
  for (const { addresses, prefixes } of node.enis) {
    const single = addresses - ADDRESSES_PER_PREFIX * prefixes;
    cidrs += prefixes + Math.max(0, single);
  }
  return cidrs;
}
