import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { nodeClassRule } from '../../../rule/nodeClassRule';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { nodeclassAmisDoc } from './nodeclassAmisDoc';

/** N3: an EC2NodeClass finds no machine image, or a deprecated one. */
export const nodeclassAmis = nodeClassRule({
  code: 'karpenter/N3',
  id: 'nodeclass-amis',
  doc: nodeclassAmisDoc,
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
    if (old.length === 0) {
      return [];
    }
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
