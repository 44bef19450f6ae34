import { ago, ciliumAgent, daemonSet } from '@clusterworks/kube-fixtures';
import { backOff, daemonPodName, standardCluster } from '../../world';
import { fault } from '../Case';

/** New agents cannot reach the API server: there is no kube-proxy and no host set. */
export const agentCannotReachApiServer = fault({
  name: 'agent-cannot-reach-api-server',
  source: 'https://github.com/cilium/cilium/issues/28807',
  why: 'kube-proxy was removed although k8sServiceHost is not set. Agents that run go on; on a node that joined 16 minutes ago the init container config crashes, as no Service address answers there.',
  verdict: 'critical',
  root: ['cilium/D14', 'cilium/D02'],
  rootsMax: 1,
  mistakenFor: ['cilium/D03', 'cilium/D10', 'karpenter/L2'],
  neutral: [
    'cilium/D09',
    'cilium/D07',
    'cilium/D06',
    'cilium/D01',
    'cilium/D02',
    'cilium/D14',
    'karpenter/L3',
    'clusterworks/cilium-pods-running',
  ],
  says: ['k8sServiceHost|KUBERNETES_SERVICE_HOST|API server'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.machine('general-5', {
      createdAt: ago('17m'),
      joinedAt: ago('16m'),
      networkReadyAt: null,
    });
    cluster.remove('CiliumNode', machine.nodeName);
    const agent = ciliumAgent(cluster.facts);
    cluster.put(
      daemonSet(
        { ...agent, container: { ...agent.container, env: undefined } },
        { scheduled: 7, ready: 6 },
      ),
      backOff(daemonPodName('cilium', machine), 'kube-system', 'config', {
        firstAt: ago('14m'),
        at: ago('1m'),
        count: 40,
      }),
    );
    cluster.edit('Pod', daemonPodName('cilium', machine), {
      status: {
        phase: 'Pending',
        initContainerStatuses: [
          {
            name: 'config',
            image: 'quay.io/cilium/cilium:v1.19.9',
            imageID: '',
            ready: false,
            restartCount: 7,
            started: false,
            lastState: {
              terminated: {
                exitCode: 1,
                reason: 'Error',
                startedAt: ago('4m'),
                finishedAt: ago('3m'),
              },
            },
            state: {
              waiting: {
                reason: 'CrashLoopBackOff',
                message: 'back-off 5m0s restarting failed container=config',
              },
            },
          },
        ],
        containerStatuses: [
          {
            name: 'cilium-agent',
            image: 'quay.io/cilium/cilium:v1.19.9',
            imageID: '',
            ready: false,
            restartCount: 0,
            started: false,
            lastState: {},
            state: { waiting: { reason: 'PodInitializing' } },
          },
        ],
      },
    });
    return cluster;
  },
});
