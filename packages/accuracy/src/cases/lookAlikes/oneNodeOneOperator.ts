import {
  ago,
  ciliumConfig,
  ciliumOperator,
  coreDns,
  deployment,
  karpenterController,
  leaderLeases,
  lease,
  nodeClass,
  nodePool,
  replicaSet,
  waitingPod,
} from '@clusterworks/kube-fixtures';
import { CaseCluster } from '../../world';
import { lookAlike } from '../Case';

/** A test cluster with one node: the second operator has no place. */
export const oneNodeOneOperator = lookAlike({
  name: 'one-node-one-operator',
  source: 'https://docs.cilium.io/en/stable/internals/cilium_operator/',
  why: 'Two replicas of the operator may not share a node, and there is one node only. The second stays Pending for good; the first leads.',
  mistakenFor: ['cilium/D03', 'cilium/D18', 'karpenter/C1'],
  neutral: [
    'clusterworks/workload-runs-on-karpenter',
    'clusterworks/pods-waiting',
  ],
  build: () => {
    const cluster = new CaseCluster({ name: 'sandbox' });
    cluster.machine('system-1', {
      pool: null,
      createdAt: ago('3d'),
      node: { taints: [] },
    });
    const [leader] = cluster.run(karpenterController(cluster.facts), [
      'system-1',
    ]);
    cluster.run(coreDns(cluster.facts), ['system-1']);
    const operator = {
      ...ciliumOperator(cluster.facts),
      replicas: 2,
      hash: '5c9f7',
    };
    cluster.put(
      deployment(operator, { scheduled: 2, ready: 1 }),
      replicaSet(operator, { ready: 1 }),
    );
    cluster.pod(operator, 'system-1', 'first');
    cluster.put(
      waitingPod('cilium-operator-5c9f7-zzq4t', ago('3d'), {
        workload: operator,
        unschedulable:
          "0/1 nodes are available: 1 node(s) didn't satisfy existing pods anti-affinity rules.",
      }),
      lease(leaderLeases.karpenter, {
        namespace: 'kube-system',
        holder: `${leader}_9c1d`,
        acquiredAt: ago('3d'),
      }),
      lease(leaderLeases.ciliumOperator, {
        holder: `${cluster.at('system-1').nodeName}-a1b2c3`,
        acquiredAt: ago('3d'),
      }),
      ciliumConfig({ cluster: cluster.facts }),
      nodePool('general', {
        cluster: cluster.facts,
        registrationHealthyAt: null,
        usage: { nodes: 0, cpus: 0, memoryKi: 0, pods: 0, gpus: 0 },
      }),
      nodeClass('default', { cluster: cluster.facts }),
    );
    return cluster;
  },
});
