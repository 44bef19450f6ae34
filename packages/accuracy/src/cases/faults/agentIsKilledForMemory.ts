import { ago, ciliumAgent, pod } from '@clusterworks/kube-fixtures';
import { backOff, daemonPodName, standardCluster } from '../../world';
import { fault } from '../Case';

/** The agent of one node is killed for want of memory, between two kills it runs. */
export const agentIsKilledForMemory = fault({
  name: 'agent-is-killed-for-memory',
  source:
    'https://docs.cilium.io/en/stable/operations/performance/scalability/report/',
  why: 'Connections on one node have outgrown the memory limit of the agent: 14 restarts, the last one two minutes ago with OOMKilled. At the moment of the look it is ready.',
  verdict: 'degraded',
  verdictAlso: ['critical'],
  root: ['cilium/D02'],
  rootsMax: 1,
  mistakenFor: ['cilium/D03', 'cilium/D07', 'cilium/D12'],
  neutral: ['cilium/D01', 'cilium/D30'],
  says: ['OOMKilled|137|memory'],
  firstRemedyNot: ['delete pod', 'rollout restart'],
  build: () => {
    const cluster = standardCluster();
    const machine = cluster.at('general-3');
    const name = daemonPodName('cilium', machine);
    cluster.put(
      pod(name, {
        workload: ciliumAgent(cluster.facts),
        node: machine.nodeName,
        hostIp: machine.instance.ip,
        createdAt: ago('6h'),
        startedAt: ago('2m'),
        readySince: ago('100s'),
        restarts: 14,
        lastExit: {
          exitCode: 137,
          reason: 'OOMKilled',
          startedAt: ago('9m'),
          finishedAt: ago('2.1m'),
        },
      }),
      backOff(name, 'kube-system', 'cilium-agent', {
        firstAt: ago('55m'),
        at: ago('3m'),
        count: 18,
      }),
    );
    return cluster;
  },
});
