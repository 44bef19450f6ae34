import {
  ago,
  ciliumAgent,
  ciliumTaint,
  daemonSet,
  pod,
} from '@clusterworks/kube-fixtures';
import { daemonPodName, standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Cilium's agents roll out; one node is tainted while its agent starts. */
export const ciliumAgentsRollOut = lookAlike({
  name: 'cilium-agents-roll-out',
  source: 'https://docs.cilium.io/en/stable/operations/upgrade/',
  why: 'A new patch release rolls out since a minute. On one node the agent has started 25 s ago and is not ready; the operator has tainted it meanwhile. Pods there go on.',
  mistakenFor: [
    'cilium/D01',
    'cilium/D02',
    'cilium/D06',
    'cilium/D07',
    'karpenter/L3',
  ],
  neutral: ['cilium/D30', 'cilium/D01', 'clusterworks/cilium-pods-running'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.at('general-2');
    cluster.put(
      daemonSet(
        { ...ciliumAgent(cluster.facts), generation: 4 },
        {
          scheduled: 6,
          ready: 5,
          updated: 2,
          metadata: { generation: 4 },
        },
      ),
      pod(daemonPodName('cilium', machine), {
        workload: { ...ciliumAgent(cluster.facts), hash: 'next' },
        node: machine.nodeName,
        hostIp: machine.instance.ip,
        createdAt: ago('25s'),
        ready: false,
      }),
    );
    cluster.edit('Node', machine.nodeName, {
      spec: { taints: [{ key: ciliumTaint.key, effect: 'NoSchedule' }] },
    });
    return cluster;
  },
});
