import {
  ago,
  condition,
  nodeClass,
  nodePool,
  service,
} from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { fault } from '../Case';

/** The discovery tag was taken off the subnets. */
export const subnetTagRemoved = fault({
  name: 'subnet-tag-removed',
  source:
    'https://karpenter.sh/docs/concepts/nodeclasses/#specsubnetselectorterms',
  why: 'A change of the network module dropped the tag that the class selects by: no subnet, the class and its pool are not Ready since 22 minutes, pods wait since 12.',
  verdict: 'critical',
  root: ['karpenter/N1'],
  rootsMax: 1,
  mistakenFor: ['karpenter/N5', 'karpenter/L8', 'karpenter/P2', 'karpenter/P5'],
  neutral: ['karpenter/P1', 'clusterworks/pods-waiting'],
  says: ['subnet'],
  build: () => {
    const cluster = standardCluster();
    const since = ago('22m');
    cluster.put(
      nodeClass('default', {
        cluster: cluster.facts,
        createdAt: ago('30d'),
        conditions: [
          condition(
            'SubnetsReady',
            'False',
            since,
            'SubnetsNotFound',
            'SubnetSelector did not match any Subnets',
          ),
          condition(
            'ValidationSucceeded',
            'False',
            since,
            'DependenciesNotReady',
            'Awaiting AMI, Instance Profile, Security Group, and Subnet resolution',
          ),
          condition(
            'Ready',
            'False',
            since,
            'UnhealthyDependents',
            'ValidationSucceeded=False, SubnetsReady=False',
          ),
        ],
        status: { subnets: undefined },
      }),
      nodePool('general', {
        cluster: cluster.facts,
        createdAt: ago('30d'),
        conditions: [
          condition(
            'NodeClassReady',
            'False',
            since,
            'UnhealthyDependents',
            'ValidationSucceeded=False, SubnetsReady=False',
          ),
          condition(
            'Ready',
            'False',
            since,
            'UnhealthyDependents',
            'NodeClassReady=False',
          ),
        ],
      }),
    );
    addWaitingPods(cluster, service('pricing', 'shop'), {
      count: 4,
      since: '12m',
    });
    return cluster;
  },
});
