import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { nodeClassRule } from './nodeClassRule';
import { fixedCommand } from '../engine/shellCommand';

/** N3: an EC2NodeClass finds no machine image, or a deprecated one. */
export const amisMissing = nodeClassRule({
  code: 'karpenter/N3',
  rule: 'nodeclass-amis',
  title: 'EC2NodeClass finds no AMI',
  means:
    'The AMI selector resolves to nothing. A missing version of an alias shows only as a condition that stays behind the spec, never as False. A deprecated image still launches, for now.',
  detect:
    'EC2NodeClass condition AMIsReady is False (AMINotFound, UnsupportedAlias), or Unknown, absent or behind the generation for 3 minutes (critical); status.amis has a deprecated image (warning).',
  remedyDoc: 'Correct the alias; move from AL2 to AL2023; pin a version.',
  source: 'facts/karpenter.md 1.5 and 6.B, facts/karpenter-observed.md 1 and 2',
  type: 'AMIsReady',
  says: 'finds no AMI',
  remedy: [
    {
      text: 'See which image versions there are for the Kubernetes minor and correct the alias',
      command: fixedCommand`aws ssm get-parameters-by-path --path /aws/service/eks/optimized-ami --recursive --query 'Parameters[].Name' --output text | tr '\\t' '\\n' | grep al2023 | tail`,
    },
  ],
  also(nodeClass) {
    const old = nodeClass.amis.filter(({ deprecated }) => deprecated);
    if (old.length === 0) return [];
    return [
      {
        severity: 'warning',
        subject: subjectOf('EC2NodeClass', nodeClass),
        title: `EC2NodeClass ${nodeClass.name} uses a deprecated AMI (${
          old[0].name ?? old[0].id
        })`,
        evidence: old
          .slice(0, 5)
          .map(({ id }) =>
            evidenceOf(
              'EC2NodeClass',
              nodeClass,
              `status.amis[${id}].deprecated`,
              'true',
            ),
          ),
        remedy: [{ text: 'Pin a newer version of the alias' }],
        touches: [touch.nodeClass(nodeClass.name)],
        key: 'deprecated',
      },
    ];
  },
});
