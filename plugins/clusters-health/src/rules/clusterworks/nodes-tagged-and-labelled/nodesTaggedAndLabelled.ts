import { reasonWithCommand } from '@clusterworks/plugin-clusters-common';
import type { NodeClaimFacts, NodeFacts } from '../../../kinds';
import { conditionOf } from '../../../kinds';
import { MINUTE } from '../../../model/durations';
import type { ChecklistPoint } from '../../../rule/checklistRule';
import { checklistRule, met } from '../../../rule/checklistRule';
import type { RuleContext } from '../../../rule/RuleContext';
import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { nodesTaggedAndLabelledDoc } from './nodesTaggedAndLabelledDoc';

const expectedLabels = [
  'karpenter.sh/nodepool',
  'karpenter.sh/capacity-type',
  'karpenter.k8s.aws/ec2nodeclass',
  'node.kubernetes.io/instance-type',
  'topology.kubernetes.io/zone',
] as const;

/** Karpenter writes the tags within seconds of the node's registration. */
const TAG_TIME = 5 * MINUTE;
const TAGGED = 'karpenter.k8s.aws/tagged';

/** A point of the validation checklist: New nodes have correct tags and labels. */
export const nodesTaggedAndLabelled = checklistRule({
  id: 'nodes-tagged-and-labelled',
  doc: nodesTaggedAndLabelledDoc,
  needs: ['nodes', 'nodeclaims'],
  uses: ['nodepools'],
  command: fixedCommand`kubectl get nodes -L karpenter.sh/nodepool,karpenter.sh/capacity-type`,
  judge(ctx) {
    const own = ctx.index
      .ownNodes()
      .filter(node => node.labels['karpenter.sh/initialized'] === 'true');
    if (own.length === 0) {
      return { notApplicable: 'Karpenter has no node in service now' };
    }
    const bad = own.find(node => missingLabels(node).length > 0);
    if (!bad) {
      return judgeTags(ctx);
    }
    return {
      subject: subjectOf('Node', bad),
      title: `Node ${bad.name} lacks labels: ${missingLabels(bad).join(', ')}`,
      evidence: [
        evidenceOf(
          'Node',
          bad,
          'metadata.labels',
          `of those expected only ${expectedLabels
            .filter(key => bad.labels[key] !== undefined)
            .join(', ')}`,
        ),
      ],
    };
  },
});

/**
 * Karpenter tags an instance after the node has joined, and records the tagging
 * in an annotation.
 */
function judgeTags(ctx: RuleContext): ReturnType<ChecklistPoint['judge']> {
  const joined = ctx.index
    .ownClaims()
    .filter(claim => conditionOf(claim, 'Initialized')?.status === 'True');
  const isTagged = (claim: NodeClaimFacts) =>
    claim.annotations[TAGGED] === 'true';
  if (joined.length > 0 && !joined.some(isTagged)) {
    return {
      unknown: reasonWithCommand(
        'no NodeClaim says that its instance is tagged',
        "aws ec2 describe-instances --filters 'Name=tag-key,Values=karpenter.sh/nodeclaim' --query 'Reservations[].Instances[].[InstanceId,Tags]'",
      ),
    };
  }
  const bad = joined.find(
    claim => !isTagged(claim) && (ctx.age(claim.createdAt) ?? 0) > TAG_TIME,
  );
  if (!bad) {
    return met;
  }
  return {
    subject: subjectOf('NodeClaim', bad),
    title: `Instance of NodeClaim ${bad.name} is not tagged`,
    evidence: [
      evidenceOf(
        'NodeClaim',
        bad,
        `metadata.annotations[${TAGGED}]`,
        bad.annotations[TAGGED],
      ),
    ],
  };
}

function missingLabels(node: NodeFacts): string[] {
  return expectedLabels.filter(key => node.labels[key] === undefined);
}
