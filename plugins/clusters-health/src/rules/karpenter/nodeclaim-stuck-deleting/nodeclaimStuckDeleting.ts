import {
  HOUR,
  MINUTE,
  parseGoDuration,
  sayDuration,
} from '../../../model/durations';
import { isTakenDown } from '../../../model/isDraining';
import { poolOf } from '../../../model/poolOf';
import {
  attachedVolumes,
  deletionStage,
  drainBlockers,
} from '../../../model/disruption';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import type { NodeClaimFacts, NodeFacts } from '../../../kinds';
import { eventsOf } from '../../../model/karpenter/karpenterEvents';
import {
  type Going,
  goingEvidence,
  leftBehindRemedy,
  remedyOf,
  sayHeldBy,
} from './nodeclaimStuckDeletingText';
import { nodeclaimStuckDeletingDoc } from './nodeclaimStuckDeletingDoc';

const PATIENCE = 15 * MINUTE;

/** L6: a node whose deletion was requested is not deleted. */
export const nodeclaimStuckDeleting: Rule = {
  code: 'karpenter/L6',
  id: 'nodeclaim-stuck-deleting',
  component: 'karpenter',
  doc: nodeclaimStuckDeletingDoc,
  concerns: 'ownClaims',
  needs: ['nodeclaims'],
  uses: ['nodes'],
  details: [
    'pods',
    'poddisruptionbudgets',
    'volumeattachments',
    'events',
    'deployments',
    'nodepools',
  ],
  evaluate(ctx) {
    const findings: DraftFinding[] = [];
    let unsure = false;
    const going = <T extends NodeClaimFacts | NodeFacts>(
      object: T,
      patience: number,
      make: (age: number) => DraftFinding,
    ) => {
      if (object.deletedAt === undefined) {
        return;
      }
      const age = ctx.age(object.deletedAt);
      if (age === undefined) {
        unsure = true;
      } else if (age > patience) {
        findings.push(make(age));
      }
    };
    for (const claim of ctx.index.ownClaims()) {
      going(claim, patienceFor(claim), age => ofClaim(ctx, claim, age));
    }
    for (const node of ctx.index.ownNodes()) {
      if (isLeftBehind(ctx, node)) {
        going(node, PATIENCE, age => ofNode(ctx, node, age));
      }
    }
    return unsure
      ? { findings, unknown: 'a NodeClaim is deleted at a time to come' }
      : { findings };
  },
};

function patienceFor(claim: NodeClaimFacts): number {
  const grace = parseGoDuration(claim.terminationGracePeriod);
  return grace === undefined || !Number.isFinite(grace)
    ? PATIENCE
    : Math.min(PATIENCE, grace + 5 * MINUTE);
}

/**
 * Whether the Node has no NodeClaim any more: then Karpenter does not finish
 * its deletion.
 */
function isLeftBehind({ index }: RuleContext, node: NodeFacts): boolean {
  return (
    !index.claimByNodeName().has(node.name) &&
    !index.claimByProviderId().has(node.providerId ?? '')
  );
}

function ofClaim(
  ctx: RuleContext,
  claim: NodeClaimFacts,
  age: number,
): DraftFinding {
  const node = claim.nodeName ?? claim.name;
  const going: Going = {
    claim,
    age,
    node,
    stage: deletionStage(ctx, claim),
    blockers: claim.nodeName ? drainBlockers(ctx, claim.nodeName) : [],
    volumes: {
      attached: attachedVolumes(ctx, node),
      event: eventsOf(ctx, 'Node', node, HOUR).find(
        ({ reason }) => reason === 'AwaitingVolumeDetachment',
      ),
    },
  };
  const [first] = going.stage === 'draining' ? going.blockers : [];
  const budget = first?.pdb && `${first.pdb.namespace}/${first.pdb.name}`;
  return {
    severity: severityAt(ctx, age),
    subject: subjectOf('NodeClaim', claim),
    since: claim.deletedAt,
    title: `Node ${going.node} has not gone for ${sayDuration(age)}${sayHeldBy(
      ctx,
      going,
    )}`,
    evidence: goingEvidence(going),
    remedy: remedyOf(ctx, going),
    touches: [
      touch.claim(claim.name),
      touch.node(going.node),
      touch.pool(poolOf(claim) ?? ''),
      ...(budget ? [`pdb:${budget}`] : []),
    ],
    group: budget,
  };
}

function ofNode(ctx: RuleContext, node: NodeFacts, age: number): DraftFinding {
  return {
    severity: severityAt(ctx, age),
    subject: subjectOf('Node', node),
    since: node.deletedAt,
    title: `Node ${node.name} has not gone for ${sayDuration(
      age,
    )}: it has no NodeClaim any more, and only its finalizer karpenter.sh/termination holds it`,
    evidence: [
      evidenceOf(
        'Node',
        node,
        'metadata.deletionTimestamp',
        node.deletedAt && new Date(node.deletedAt).toISOString(),
      ),
      evidenceOf('Node', node, 'spec.providerID', node.providerId),
    ],
    remedy: leftBehindRemedy(node),
    touches: [touch.node(node.name), touch.pool(poolOf(node) ?? '')],
  };
}

/** A node that does not go keeps nothing running in a cluster that ends. */
function severityAt(ctx: RuleContext, age: number): DraftFinding['severity'] {
  return age > HOUR && !isTakenDown(ctx) ? 'critical' : 'warning';
}
