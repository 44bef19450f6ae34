import { addTo } from '../../../model/addTo';
import { MINUTE } from '../../../model/durations';
import { instanceIdOf } from '../../../model/remedy/describeInstances';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import {
  conditionOf,
  type NodeClaimFacts,
  type NodeFacts,
} from '../../../kinds';
import { ofClaim, ofNode, ofOtherInstance, ofTwins } from './nodeOrphanText';
import { nodeOrphanDoc } from './nodeOrphanDoc';

/**
 * A NodeClaim exists before its instance, so only lists that were read at
 * different times can differ.
 */
const LISTS_DIFFER = MINUTE;
/** Karpenter deletes a NodeClaim soon after its Node is gone. */
const NODELESS = 5 * MINUTE;

/** L13: a node and its NodeClaim do not belong together. */
export const nodeOrphan: Rule = {
  code: 'karpenter/L13',
  id: 'node-orphan',
  component: 'karpenter',
  doc: nodeOrphanDoc,
  concerns: 'ownNodes',
  needs: ['nodes', 'nodeclaims'],
  details: ['nodepools'],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    const check = (
      key: string,
      own: number | undefined,
      threshold: number,
      make: () => DraftFinding,
    ) => {
      const lasting = ctx.lasting(key, own, threshold);
      if (lasting === 'yes') {
        findings.push(make());
      }
      unsure ||= lasting === 'unknown';
    };
    for (const node of ctx.index.ownNodes()) {
      const claim = claimOf(ctx, node);
      if (node.deletedAt === undefined && claim === undefined) {
        const own = node.createdAt;
        check(`orphan/${node.name}`, own, LISTS_DIFFER, () => ofNode(node));
      } else if (claim && isOfOtherInstance(claim, node)) {
        findings.push(ofOtherInstance(claim, node));
      }
    }
    for (const claim of ctx.index.ownClaims()) {
      if (isNodeless(ctx, claim)) {
        // No object records when the node was deleted, so the memory provides
        // the time.
        const key = `nodeless/${claim.name}`;
        check(key, undefined, NODELESS, () => ofClaim(claim));
      }
    }
    findings.push(...twins(ctx).map(ofTwins));
    return unsure ? { findings, unknown: 'needs a second look' } : { findings };
  },
};

/**
 * The NodeClaim of the node's instance, else the NodeClaim that names the node.
 */
function claimOf(
  ctx: RuleContext,
  node: NodeFacts,
): NodeClaimFacts | undefined {
  const { claimByProviderId, claimByNodeName } = ctx.index;
  return (
    claimByProviderId().get(node.providerId ?? '') ??
    claimByNodeName().get(node.name)
  );
}

/**
 * Whether the NodeClaim names the node but belongs to another instance. A
 * NodeClaim that is being deleted may belong to an earlier node with the same
 * name.
 */
function isOfOtherInstance(claim: NodeClaimFacts, node: NodeFacts): boolean {
  const theirs = instanceIdOf(claim.providerId);
  const ours = instanceIdOf(node.providerId);
  return (
    claim.deletedAt === undefined &&
    node.deletedAt === undefined &&
    theirs !== undefined &&
    ours !== undefined &&
    theirs !== ours
  );
}

function isNodeless(ctx: RuleContext, claim: NodeClaimFacts): boolean {
  const { nodeByName, nodeByProviderId } = ctx.index;
  return (
    conditionOf(claim, 'Registered')?.status === 'True' &&
    claim.deletedAt === undefined &&
    !nodeByProviderId().has(claim.providerId ?? '') &&
    !nodeByName().has(claim.nodeName ?? '')
  );
}

/** Groups of NodeClaims that belong to the same instance. */
function twins(ctx: RuleContext): NodeClaimFacts[][] {
  const byInstance = new Map<string, NodeClaimFacts[]>();
  for (const claim of ctx.index.ownClaims()) {
    const { providerId, deletedAt } = claim;
    if (providerId && deletedAt === undefined) {
      addTo(byInstance, providerId, claim);
    }
  }
  return [...byInstance.values()].filter(claims => claims.length > 1);
}
