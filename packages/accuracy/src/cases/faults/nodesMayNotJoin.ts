import { ago, condition, nodePool, service } from '@clusterworks/kube-fixtures';
import { addWaitingPods, standardCluster } from '../../world';
import { fault } from '../Case';

/** The access entry of the node role is missing: instances never become nodes. */
export const nodesMayNotJoin = fault({
  name: 'nodes-may-not-join',
  source: 'https://github.com/aws/karpenter-provider-aws/issues/6084',
  why: 'The access entry of the node role was removed: kubelets are Unauthorized. Two launches have run into the time limit of 15 minutes, the third is 6 minutes old; pods wait since 38.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['karpenter/P4', 'karpenter/L2'],
  rootsMax: 1,
  mistakenFor: ['karpenter/P1', 'karpenter/L8', 'karpenter/L9', 'cilium/D07'],
  neutral: ['clusterworks/pods-waiting', 'karpenter/L2', 'karpenter/P4'],
  says: ['access entr|aws-auth|node role'],
  build: () => {
    const cluster = standardCluster();
    cluster.put(
      nodePool('general', {
        cluster: cluster.facts,
        createdAt: ago('30d'),
        conditions: [
          condition(
            'NodeRegistrationHealthy',
            'False',
            ago('7m'),
            'RegistrationFailed',
            'Failed to register node',
          ),
        ],
      }),
    );
    const machine = cluster.machine('general-5', {
      createdAt: ago('6m'),
      joinedAt: null,
    });
    addWaitingPods(cluster, service('pricing', 'shop'), {
      count: 3,
      since: '38m',
      nominated: machine,
    });
    return cluster;
  },
});
