import type { UnseenCode } from '../../../rule/Rule';
import { fixedCommand } from '../../../model/remedy/shellCommand';

/**
 * The remainder of the account's quota for vCPUs: no object of the cluster
 * shows it.
 */
export const quotaLeft: UnseenCode = {
  code: 'clusterworks/quota-left',
  id: 'quota-left',
  component: 'clusterworks',
  doc: {
    title: 'The quota of vCPUs leaves room',
    means:
      'EC2 launches no on-demand instance above the quota of the account and region. A launch that was refused for it is told by Karpenter; how near it is, is not.',
    source:
      'https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-instance-quotas.html',
  },
  reason: 'quotas belong to the account, not to the cluster',
  command: fixedCommand`aws service-quotas get-service-quota --service-code ec2 --quota-code L-1216C47A`,
};
