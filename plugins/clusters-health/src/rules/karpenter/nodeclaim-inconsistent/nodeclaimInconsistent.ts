import { poolOf } from '../../../model/poolOf';
import type { DraftFinding, Rule } from '../../../rule/Rule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import {
  type ConditionFacts,
  conditionOf,
  type NodeClaimFacts,
} from '../../../kinds';
import {
  type Shortfall,
  shortfalls,
} from '../../../model/karpenter/shortfalls';
import type { RuleRemedy } from '../../../model/remedy/RuleRemedy';
import { shellCommand } from '../../../model/remedy/shellCommand';
import { nodeclaimInconsistentDoc } from './nodeclaimInconsistentDoc';

/** L10: a NodeClaim has two nodes, or a node that is smaller than expected. */
export const nodeclaimInconsistent: Rule = {
  code: 'karpenter/L10',
  id: 'nodeclaim-inconsistent',
  component: 'karpenter',
  doc: nodeclaimInconsistentDoc,
  concerns: 'ownClaims',
  needs: ['nodeclaims'],
  details: ['events', 'nodes', 'ec2nodeclasses'],
  evaluate(ctx) {
    return {
      findings: ctx.index.ownClaims().flatMap(claim => {
        const condition = fault(claim);
        return condition && claim.deletedAt === undefined
          ? draft(ctx, claim, condition)
          : [];
      }),
    };
  },
};

function fault(claim: NodeClaimFacts): ConditionFacts | undefined {
  const registered = conditionOf(claim, 'Registered');
  if (
    registered?.status === 'False' &&
    registered.reason === 'MultipleNodesFound'
  ) {
    return registered;
  }
  const consistent = conditionOf(claim, 'ConsistentStateFound');
  return consistent?.status === 'False' ? consistent : undefined;
}

function draft(
  ctx: RuleContext,
  claim: NodeClaimFacts,
  condition: ConditionFacts,
): DraftFinding {
  const twice = condition.reason === 'MultipleNodesFound';
  const short = twice ? [] : shortfalls(ctx, claim);
  const node = claim.nodeName ?? claim.name;
  const maxPods = ctx.index.classByName().get(claim.nodeClass ?? '')?.maxPods;
  return {
    severity: 'warning',
    subject: subjectOf('NodeClaim', claim),
    since: ctx.heldSince(
      `nodeclaimInconsistent/${claim.name}`,
      condition.since,
    ),
    title: twice
      ? `NodeClaim ${claim.name} has more than one node`
      : `Node ${node} is smaller than was ordered${sayShortfalls(short)}`,
    evidence: [
      evidenceOf(
        'NodeClaim',
        claim,
        `status.conditions[${condition.type}]`,
        `False ${condition.reason ?? ''}: ${condition.message ?? ''}`,
      ),
      ...short.map(({ resource, expected, found }) =>
        evidenceOf(
          'Node',
          { name: node },
          `status.capacity[${resource}]`,
          `${found}, Karpenter counted on ${expected}`,
        ),
      ),
      ...(maxPods !== undefined && short.some(isPods)
        ? [
            evidenceOf(
              'EC2NodeClass',
              { name: claim.nodeClass ?? '' },
              'spec.kubelet.maxPods',
              maxPods,
            ),
          ]
        : []),
    ],
    remedy: [
      {
        text: twice
          ? 'See which nodes carry the provider id of the NodeClaim'
          : 'Read the event FailedConsistencyCheck',
        command: twice
          ? shellCommand`kubectl get nodes -o custom-columns=NAME:.metadata.name,INSTANCE:.spec.providerID,CREATED:.metadata.creationTimestamp`
          : shellCommand`kubectl describe nodeclaim ${claim.name}`,
      },
      ...short.map(adviceFor),
    ],
    touches: [
      touch.claim(claim.name),
      touch.pool(poolOf(claim) ?? ''),
      touch.node(claim.nodeName ?? ''),
    ],
  };
}

function isPods({ resource }: Shortfall): boolean {
  return resource === 'pods';
}

function sayShortfalls(short: readonly Shortfall[]): string {
  if (short.length === 0) {
    return '';
  }
  const each = short.map(
    ({ resource, expected, found }) =>
      `it has ${found} of resource ${resource} where Karpenter counts on ${expected}`,
  );
  return `: ${each.slice(0, 3).join('; ')}`;
}

function adviceFor({ resource, found }: Shortfall): RuleRemedy {
  switch (resource) {
    case 'pods':
      return {
        text: `The image or its user data sets another maximum of pods: set spec.kubelet.maxPods of the EC2NodeClass to ${found}, or take the setting out of the image`,
      };
    case 'memory':
      return {
        text: 'Raise settings.vmMemoryOverheadPercent of Karpenter, or see what a custom image keeps for itself',
      };
    case 'ephemeral-storage':
      return {
        text: 'Compare spec.blockDeviceMappings of the EC2NodeClass with the root volume of the image',
      };
    default:
      return {
        text: `See what the image or a device plugin keeps of ${resource}`,
      };
  }
}
