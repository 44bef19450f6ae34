import {
  ago,
  ciliumOperator,
  coreDns,
  deployment,
  karpenterController,
  leaderLeases,
  lease,
  replicaSet,
  service,
  waitingPod,
} from '@clusterworks/kube-fixtures';
import {
  addWaitingPods,
  daemonPodName,
  standardCluster,
  systemMachines,
} from '../../world';
import { fault } from '../Case';

/** The node group that carried Karpenter was scaled to zero. */
export const karpenterHasNoNode = fault({
  name: 'karpenter-has-no-node',
  source:
    'https://karpenter.sh/docs/getting-started/getting-started-with-karpenter/',
  why: 'The controller may not run on its own nodes, and the managed node group has none left: both replicas are Pending since 35 minutes, and pods wait without anybody to serve them.',
  verdict: 'critical',
  root: ['karpenter/C1'],
  mistakenFor: ['karpenter/P1', 'karpenter/P3', 'karpenter/L8'],
  neutral: [
    'karpenter/C3',
    'clusterworks/pods-waiting',
    'clusterworks/karpenter-pods-running',
    'cilium/D18',
    'cilium/D03',
  ],
  says: ['Pending|unschedul|no node|affinity'],
  build: () => {
    const cluster = standardCluster();
    const controller = {
      ...karpenterController(cluster.facts),
      hash: 'lost3',
      replicas: 2,
    };
    cluster.remove(
      'Pod',
      ({ metadata }) =>
        metadata.name.startsWith('karpenter-') &&
        !metadata.name.includes('lost3'),
    );
    cluster.put(
      deployment(controller, {
        scheduled: 2,
        ready: 0,
        availableSince: ago('35m'),
      }),
      replicaSet(controller, { ready: 0 }),
    );
    for (const end of ['aa1bb', 'cc2dd']) {
      cluster.put(
        waitingPod(`karpenter-lost3-${end}`, ago('35m'), {
          workload: controller,
          unschedulable:
            "0/4 nodes are available: 4 node(s) didn't match Pod's node affinity/selector. preemption: 0/4 nodes are available: 4 Preemption is not helpful for scheduling.",
        }),
      );
    }
    for (const key of systemMachines) {
      const { nodeName } = cluster.at(key);
      cluster.remove('Node', nodeName);
      cluster.remove('CiliumNode', nodeName);
      cluster.remove('Pod', daemonPodName('cilium', cluster.at(key)));
      cluster.remove('Pod', daemonPodName('cilium-envoy', cluster.at(key)));
    }
    cluster.remove(
      'Pod',
      ({ metadata }) =>
        /^(coredns|cilium-operator)-/.test(metadata.name) &&
        !metadata.name.includes('moved'),
    );
    cluster.run(
      { ...coreDns(cluster.facts), hash: 'moved' },
      ['general-1', 'general-2'],
      { createdAt: ago('34m') },
    );
    cluster.run(
      { ...ciliumOperator(cluster.facts), hash: 'moved' },
      ['general-3', 'general-4'],
      { createdAt: ago('34m') },
    );
    cluster.edit('DaemonSet', 'cilium', {
      status: {
        desiredNumberScheduled: 4,
        currentNumberScheduled: 4,
        numberReady: 4,
        updatedNumberScheduled: 4,
        numberAvailable: 4,
      },
    });
    cluster.edit('DaemonSet', 'cilium-envoy', {
      status: {
        desiredNumberScheduled: 4,
        currentNumberScheduled: 4,
        numberReady: 4,
        updatedNumberScheduled: 4,
        numberAvailable: 4,
      },
    });
    cluster.put(
      lease(leaderLeases.karpenter, {
        namespace: 'kube-system',
        holder: 'karpenter-lost3-old_1',
        acquiredAt: ago('9d'),
        renewedAt: ago('36m'),
      }),
      lease(leaderLeases.ciliumOperator, {
        holder: `${cluster.at('general-3').nodeName}-q1`,
        acquiredAt: ago('33m'),
      }),
    );
    addWaitingPods(cluster, service('pricing', 'shop'), {
      count: 3,
      since: '18m',
    });
    return cluster;
  },
});
