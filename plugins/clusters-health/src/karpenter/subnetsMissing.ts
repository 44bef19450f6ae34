import { evidenceOf, subjectOf } from '../engine/subjects';
import { touch } from '../engine/touch';
import { nodeClassRule } from './nodeClassRule';
import { fixedCommand } from '../engine/shellCommand';

/** N1: an EC2NodeClass finds no subnet, or those of one zone only. */
export const subnetsMissing = nodeClassRule({
  code: 'karpenter/N1',
  rule: 'nodeclass-subnets',
  title: 'EC2NodeClass finds no subnet',
  means:
    'No subnet matches the selector: nothing of the class can be launched. With subnets of one zone only, that zone going takes every node with it.',
  detect:
    'EC2NodeClass condition SubnetsReady is False, or Unknown, absent or behind the generation for 3 minutes (critical); status.subnets lie in one zone only (warning).',
  remedyDoc:
    'Tag the private subnets karpenter.sh/discovery=<cluster>; Karpenter looks again every minute.',
  source: 'facts/karpenter.md 1.5 and 6.B, facts/karpenter-observed.md 1-7',
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
    if (zones.size !== 1) return [];
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
