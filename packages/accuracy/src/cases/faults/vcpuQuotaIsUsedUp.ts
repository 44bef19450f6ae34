import { ago, type Duration, service } from '@clusterworks/kube-fixtures';
import {
  addWaitingPods,
  launchRefused,
  lostClaim,
  standardCluster,
} from '../../world';
import { fault } from '../Case';

/** The quota of vCPUs is used up. */
export const vcpuQuotaIsUsedUp = fault({
  name: 'vcpu-quota-is-used-up',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/5789',
  why: 'The account may run 64 vCPUs of the standard families, and does. EC2 refuses with VcpuLimitExceeded since ten minutes; pods wait since nine. Only a larger quota helps.',
  verdict: 'critical',
  root: ['karpenter/L8', 'karpenter/L1'],
  rootsMax: 1,
  mistakenFor: ['karpenter/P3', 'karpenter/P5', 'karpenter/L9'],
  neutral: ['clusterworks/pods-waiting'],
  says: ['VcpuLimitExceeded', 'quota'],
  build: () => {
    const cluster = standardCluster();
    for (let index = 0; index < 6; index += 1) {
      cluster.put(
        launchRefused(
          'general',
          index,
          'VcpuLimitExceeded: You have requested more vCPU capacity than your current vCPU limit of 64 allows for the instance bucket that the specified instance type belongs to.',
          ago(`${1 + index}m` as Duration),
        ),
      );
    }
    addWaitingPods(cluster, service('pricing', 'shop'), {
      count: 3,
      since: '9m',
      nominated: {
        claimName: lostClaim('general', 0).name,
        createdAt: ago('1m'),
      },
    });
    return cluster;
  },
});
