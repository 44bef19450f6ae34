import { ago } from '@clusterworks/kube-fixtures';
import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** The node monitoring agent reports that everything works. */
export const monitoredNodesAreWell = lookAlike({
  name: 'monitored-nodes-are-well',
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/node-health.html',
  why: 'Nodes carry the conditions of the monitoring agent, all True, which is good here: the opposite of pressure conditions.',
  mistakenFor: [
    'karpenter/L14',
    'clusterworks/node-pressure',
    'clusterworks/node-not-ready',
  ],
  build: () => {
    const cluster = standardCluster();
    for (const machine of cluster.machines.values()) {
      const told = (type: string, status: string, reason: string) => ({
        type,
        status,
        reason,
        message: '',
        lastHeartbeatTime: ago('2m'),
        lastTransitionTime: ago('5h'),
      });
      cluster.edit('Node', machine.nodeName, {
        status: {
          conditions: [
            told('NetworkUnavailable', 'False', 'CiliumIsUp'),
            told('MemoryPressure', 'False', 'KubeletHasSufficientMemory'),
            told('DiskPressure', 'False', 'KubeletHasNoDiskPressure'),
            told('PIDPressure', 'False', 'KubeletHasSufficientPID'),
            told('Ready', 'True', 'KubeletReady'),
            told('KernelReady', 'True', 'KernelIsReady'),
            told('ContainerRuntimeReady', 'True', 'ContainerRuntimeIsReady'),
            told('StorageReady', 'True', 'DiskIsReady'),
            told('NetworkingReady', 'True', 'NetworkingIsReady'),
          ],
        },
      });
    }
    return cluster;
  },
});
