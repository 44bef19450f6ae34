import { ago, condition, service } from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { fault } from '../Case';

/** Karpenter may not launch: its role lacks a right. */
export const launchIsNotAuthorized = fault({
  name: 'launch-is-not-authorized',
  source: 'https://karpenter.sh/docs/reference/cloudformation/',
  why: 'The policy of the controller lost ec2:CreateFleet. A NodeClaim waits since four minutes with the reason Unauthorized.',
  verdict: 'critical',
  root: ['karpenter/L1'],
  rootsMax: 1,
  mistakenFor: ['karpenter/L2', 'karpenter/L8', 'karpenter/N5'],
  neutral: ['clusterworks/pods-waiting'],
  says: ['not authorized|Unauthorized', 'IAM|polic|role'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      createdAt: ago('4m'),
      joinedAt: null,
      claim: {
        launchedAt: null,
        conditions: [
          condition(
            'Launched',
            'Unknown',
            ago('4m'),
            'Unauthorized',
            'Error creating fleet request: User is not authorized to perform this operation because no identity-based policy allows it',
          ),
        ],
      },
    });
    addWaitingPods(cluster, service('pricing', 'shop'), {
      count: 2,
      since: '4.2m',
      nominated: machine,
    });
    return cluster;
  },
});
