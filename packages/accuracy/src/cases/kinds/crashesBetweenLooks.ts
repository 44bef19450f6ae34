import {
  ago,
  ciliumAgent,
  ciliumOperator,
  pod,
} from '@clusterworks/kube-fixtures';
import {
  backOff,
  daemonPodName,
  standardCluster,
  systemMachines,
} from '../../world';
import { fault } from '../Case';

/** Both replicas of the operator panic, and run at the moment of the look. */
export const operatorPanicsBetweenLooks = fault({
  name: 'operator-panics-between-looks',
  source: 'https://github.com/cilium/cilium/issues/35186',
  why: 'Both replicas of the operator panic a few minutes after their start: seven restarts each, the last three minutes ago with exit code 2. At this moment both are ready, and the Lease is fresh.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['cilium/D03'],
  rootsMax: 1,
  mistakenFor: ['cilium/D02', 'cilium/D07', 'karpenter/C2'],
  says: ['restart|crash', 'exit'],
  firstRemedySays: ['--previous'],
  firstRemedyNot: ['rollout restart', 'delete'],
  build: () => {
    const cluster = standardCluster();
    const operator = { ...ciliumOperator(cluster.facts), hash: 'panic' };
    cluster.remove(
      'Pod',
      ({ metadata }) =>
        metadata.name.startsWith('cilium-operator-') &&
        !metadata.name.includes('panic'),
    );
    const names = cluster.run(operator, systemMachines, {
      createdAt: ago('50m'),
      startedAt: ago('3m'),
      readySince: ago('2.5m'),
      restarts: 7,
      lastExit: {
        exitCode: 2,
        reason: 'Error',
        startedAt: ago('9m'),
        finishedAt: ago('3.2m'),
      },
    });
    cluster.put(
      ...names.map(name =>
        backOff(name, 'kube-system', 'cilium-operator', {
          firstAt: ago('45m'),
          at: ago('4m'),
          count: 12,
        }),
      ),
    );
    return cluster;
  },
});

/** The agents of two nodes exit again and again, and are ready now. */
export const twoAgentsExitBetweenLooks = fault({
  name: 'two-agents-exit-between-looks',
  source: 'https://github.com/cilium/cilium/issues/30481',
  why: 'The agents of two nodes exit with 1 about every six minutes, both nine times, the last time 90 and 130 s ago. At this moment both are ready.',
  verdict: 'critical',
  verdictAlso: ['degraded'],
  root: ['cilium/D02'],
  rootsMax: 1,
  mistakenFor: ['cilium/D03', 'cilium/D07', 'cilium/D12'],
  neutral: ['cilium/D30'],
  says: ['restart|crash'],
  firstRemedySays: ['--previous'],
  build: () => {
    const cluster = standardCluster();
    for (const [key, seconds] of [
      ['general-1', 90],
      ['general-4', 130],
    ] as const) {
      const machine = cluster.at(key);
      const name = daemonPodName('cilium', machine);
      cluster.put(
        pod(name, {
          workload: ciliumAgent(cluster.facts),
          node: machine.nodeName,
          hostIp: machine.instance.ip,
          createdAt: ago('6h'),
          startedAt: ago(`${seconds}s`),
          readySince: ago(`${seconds - 20}s`),
          restarts: 9,
          lastExit: {
            exitCode: 1,
            reason: 'Error',
            startedAt: ago('8m'),
            finishedAt: ago(`${seconds + 5}s`),
          },
        }),
        backOff(name, 'kube-system', 'cilium-agent', {
          firstAt: ago('54m'),
          at: ago('3m'),
          count: 14,
        }),
      );
    }
    return cluster;
  },
});
