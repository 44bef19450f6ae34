import {
  ago,
  ciliumTaint,
  type Duration,
  nodePool,
  poolFacts,
  service,
} from '@clusterworks/kube-fixtures';
import {
  addWaitingPods,
  launchRefused,
  lostClaim,
  standardCluster,
} from '../../world';
import { fault } from '../Case';

/** The account has no service-linked role for spot. */
export const spotRoleIsMissing = fault({
  name: 'spot-role-is-missing',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/5436',
  why: 'A new account has never used spot, and Karpenter may not create the service-linked role. Every launch is refused since 16 minutes. More instance types would not help.',
  verdict: 'critical',
  root: ['karpenter/L8', 'karpenter/L1'],
  rootsMax: 1,
  mistakenFor: ['karpenter/P5', 'karpenter/L9'],
  neutral: ['clusterworks/pods-waiting', 'karpenter/P8'],
  says: ['ServiceLinkedRole|service-linked role'],
  saysNot: ['more instance types', 'no capacity'],
  firstRemedyNot: ['more instance types'],
  build: () => {
    const cluster = standardCluster();
    const pool = poolFacts('spot', {
      template: {
        spec: {
          nodeClassRef: {
            group: 'karpenter.k8s.aws',
            kind: 'EC2NodeClass',
            name: 'default',
          },
          requirements: [
            {
              key: 'karpenter.sh/capacity-type',
              operator: 'In',
              values: ['spot'],
            },
          ],
          startupTaints: [ciliumTaint],
          expireAfter: '720h',
        },
      },
    });
    cluster.put(
      nodePool('spot', {
        cluster: cluster.facts,
        createdAt: ago('3h'),
        registrationHealthyAt: null,
        manifest: pool.spec,
        usage: { nodes: 0, cpus: 0, memoryKi: 0, pods: 0, gpus: 0 },
      }),
    );
    for (let index = 0; index < 7; index += 1) {
      cluster.put(
        launchRefused(
          'spot',
          index,
          'AuthFailure.ServiceLinkedRoleCreationNotPermitted: The provided credentials do not have permission to create the service-linked role for EC2 Spot Instances.',
          ago(`${1 + 2 * index}m` as Duration),
        ),
      );
    }
    addWaitingPods(cluster, service('crawler', 'media'), {
      count: 3,
      since: '16m',
      nominated: {
        claimName: lostClaim('spot', 0).name,
        createdAt: ago('1m'),
      },
    });
    return cluster;
  },
});
