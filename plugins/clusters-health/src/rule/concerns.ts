import type { RuleContext } from './RuleContext';

/**
 * The objects that a rule is about: objects of Karpenter's own AWS provider, or
 * nodes on which Cilium's agent belongs. Other objects (EKS Auto Mode, Fargate,
 * Windows, nodes that the agent's DaemonSet does not select) are managed by
 * other software.
 */
export type Concern = 'ownPools' | 'ownClaims' | 'ownNodes' | 'agentNodes';

/** How many objects of a kind exist, and how many of them the rule is about. */
interface Share {
  all: number;
  concerned: number;
  others: string;
}

/**
 * Why a rule does not apply: none of the existing objects of the kind concerns
 * the rule.
 */
export function onlyOthers(
  ctx: RuleContext,
  concern: Concern,
): string | undefined {
  const { all, concerned, others } = shareOf(ctx, concern);
  return all > 0 && concerned === 0 ? others : undefined;
}

function shareOf(ctx: RuleContext, concern: Concern): Share {
  const { index } = ctx;
  switch (concern) {
    case 'ownPools':
      return {
        all: ctx.items('nodepools').length,
        concerned: index.ownPools().length,
        others: "no NodePool belongs to Karpenter's own AWS provider",
      };
    case 'ownClaims':
      return {
        all: ctx.items('nodeclaims').length,
        concerned: index.ownClaims().length,
        others: "no NodeClaim belongs to Karpenter's own AWS provider",
      };
    case 'ownNodes':
      return {
        all: ctx.items('nodes').length,
        concerned: index.ownNodes().length,
        others: "no node belongs to Karpenter's own AWS provider",
      };
    default: {
      const selected = [...index.agentSelects().values()];
      return {
        all: selected.length,
        concerned: selected.filter(one => one !== 'no').length,
        others: "Cilium's agent belongs on none of the nodes",
      };
    }
  }
}
