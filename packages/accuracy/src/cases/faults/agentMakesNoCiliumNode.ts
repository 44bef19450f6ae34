import { ago } from '@clusterworks/kube-fixtures';
import { backOff, daemonPodName, standardCluster } from '../../world';
import { fault } from '../Case';

/** The agent cannot read the instance's metadata and makes no CiliumNode. */
export const agentMakesNoCiliumNode = fault({
  name: 'agent-makes-no-cilium-node',
  source:
    'https://github.com/cilium/cilium/blob/v1.16.5/pkg/nodediscovery/nodediscovery.go',
  why: 'A launch template switched the instance metadata off. The agent of a node that joined 15 minutes ago ends again and again; there is no CiliumNode for it.',
  verdict: 'critical',
  root: ['cilium/D09', 'cilium/D02'],
  rootsMax: 1,
  mistakenFor: ['cilium/D03', 'cilium/D10', 'karpenter/L2', 'cilium/D07'],
  neutral: [
    'cilium/D02',
    'cilium/D09',
    'cilium/D06',
    'cilium/D01',
    'karpenter/L3',
    'clusterworks/cilium-pods-running',
  ],
  says: ['metadata|CiliumNode|CrashLoopBackOff'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      createdAt: ago('16m'),
      joinedAt: ago('15m'),
      networkReadyAt: null,
    });
    cluster.remove('CiliumNode', machine.nodeName);
    const name = daemonPodName('cilium', machine);
    cluster.put(
      backOff(name, 'kube-system', 'cilium-agent', {
        firstAt: ago('13m'),
        at: ago('1m'),
        count: 30,
      }),
    );
    cluster.edit('Pod', name, {
      status: {
        containerStatuses: [
          {
            name: 'cilium-agent',
            image: 'quay.io/cilium/cilium:v1.19.9',
            imageID: '',
            ready: false,
            restartCount: 7,
            started: false,
            lastState: {
              terminated: {
                exitCode: 1,
                reason: 'Error',
                startedAt: ago('3m'),
                finishedAt: ago('2.7m'),
              },
            },
            state: {
              waiting: {
                reason: 'CrashLoopBackOff',
                message:
                  'back-off 5m0s restarting failed container=cilium-agent',
              },
            },
          },
        ],
      },
    });
    return cluster;
  },
});
