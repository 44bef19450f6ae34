import {
  ago,
  condition,
  nodeClass,
  nodePool,
  service,
} from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { fault } from '../Case';

/** A service control policy forbids what the class launches. */
export const policyForbidsRunInstances = fault({
  name: 'policy-forbids-run-instances',
  source: 'https://karpenter.sh/docs/troubleshooting/',
  why: 'A policy of the organization requires a tag that the class does not set. The dry run of RunInstances is refused since 18 minutes.',
  verdict: 'critical',
  root: ['karpenter/N5'],
  rootsMax: 1,
  mistakenFor: ['karpenter/N1', 'karpenter/N4', 'karpenter/L8'],
  neutral: ['karpenter/P1', 'clusterworks/pods-waiting'],
  says: ['RunInstances|service control policy'],
  build: () => {
    const cluster = standardCluster();
    const since = ago('18m');
    const message =
      "Controller isn't authorized to call ec2:RunInstances: User is not authorized to perform this operation due to a service control policy";
    cluster.put(
      nodeClass('default', {
        cluster: cluster.facts,
        createdAt: ago('30d'),
        conditions: [
          condition(
            'ValidationSucceeded',
            'False',
            since,
            'RunInstancesAuthCheckFailed',
            message,
          ),
          condition(
            'Ready',
            'False',
            since,
            'UnhealthyDependents',
            'ValidationSucceeded=False',
          ),
        ],
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
            'ValidationSucceeded=False',
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
    addWaitingPods(cluster, service('pricing', 'shop'), { since: '9m' });
    return cluster;
  },
});
