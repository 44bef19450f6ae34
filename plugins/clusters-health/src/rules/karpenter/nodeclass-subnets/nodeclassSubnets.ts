import { evidenceOf, subjectOf } from '../../../rule/subjects';
import { touch } from '../../../rule/correlationKey';
import { nodeClassRule } from '../../../rule/nodeClassRule';
import { fixedCommand } from '../../../model/remedy/shellCommand';
import { nodeclassSubnetsDoc } from './nodeclassSubnetsDoc';

/** N1: an EC2NodeClass finds no subnet, or only subnets in one zone. */
export const nodeclassSubnets = nodeClassRule({
  code: 'karpenter/N1',
  id: 'nodeclass-subnets',
  doc: nodeclassSubnetsDoc,
  type: 'SubnetsReady',
  says: 'finds no subnet',
  remedy: [
    {
      text: 'See which subnets carry the tag; tag the private ones of the cluster',
      command: fixedCommand`aws ec2 describe-subnets --filters 'Name=tag-key,Values=karpenter.sh/discovery' --query 'Subnets[].[SubnetId,AvailabilityZone,AvailableIpAddressCount]' --output table`,
    },
  ],
  also(nodeClass) {
    const zones = new Set(nodeClass.subnets.flatMap(({ zone }) => zone ?? []));
    if (zones.size !== 1) {
      return [];
    }
    const [zone] = zones;
    return [
      {
        severity: 'warning',
        subject: subjectOf('EC2NodeClass', nodeClass),
        title: `EC2NodeClass ${nodeClass.name} has subnets in one zone only (${zone})`,
        evidence: [
          evidenceOf(
            'EC2NodeClass',
            nodeClass,
            'status.subnets',
            nodeClass.subnets.map(({ id }) => id).join(', '),
          ),
        ],
        remedy: [
          { text: 'Tag the private subnets of the other zones as well' },
        ],
        touches: [touch.nodeClass(nodeClass.name)],
        key: 'zones',
      },
    ];
  },
});
