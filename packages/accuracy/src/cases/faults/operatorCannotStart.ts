import {
  ago,
  ciliumOperator,
  leaderLeases,
  lease,
} from '@clusterworks/kube-fixtures';
import { backOff, standardCluster, systemMachines } from '../../world';
import { fault } from '../Case';

/** Cilium's operator ends at start: it may not call EC2. */
export const operatorCannotStart = fault({
  name: 'operator-cannot-start',
  source:
    'https://docs.cilium.io/en/stable/network/concepts/ipam/eni/#required-privileges',
  why: 'The role of the operator lost its policy. Without a single EC2 call it ends with 255 after half a minute, over and over; a node that joined 12 minutes ago gets no addresses.',
  verdict: 'critical',
  root: ['cilium/D03'],
  rootsMax: 1,
  mistakenFor: ['cilium/D10', 'cilium/D13', 'karpenter/L2'],
  neutral: [
    'cilium/D07',
    'cilium/D06',
    'cilium/D01',
    'cilium/D02',
    'karpenter/L3',
    'clusterworks/cilium-pods-running',
    'cilium/D19',
  ],
  says: ['255|CrashLoopBackOff|restart'],
  firstRemedyNot: ['rollout restart', 'delete'],
  build: () => {
    const cluster = standardCluster();
    const operator = { ...ciliumOperator(cluster.facts), hash: 'noec2' };
    cluster.remove(
      'Pod',
      ({ metadata }) =>
        metadata.name.startsWith('cilium-operator-') &&
        !metadata.name.includes('noec2'),
    );
    const names = cluster.run(operator, systemMachines, {
      createdAt: ago('18m'),
      ready: false,
      readySince: ago('18m'),
      restarts: 8,
      waiting: {
        reason: 'CrashLoopBackOff',
        message: 'back-off 5m0s restarting failed container=cilium-operator',
      },
      lastExit: {
        exitCode: 255,
        reason: 'Error',
        startedAt: ago('3m'),
        finishedAt: ago('2.5m'),
      },
      counts: { ready: 0, availableSince: ago('18m') },
    });
    cluster.put(
      lease(leaderLeases.ciliumOperator, {
        holder: `${cluster.at('system-1').nodeName}-old`,
        acquiredAt: ago('3d'),
        renewedAt: ago('18m'),
      }),
      ...names.map(name =>
        backOff(name, 'kube-system', 'cilium-operator', {
          firstAt: ago('17m'),
          at: ago('1m'),
          count: 60,
        }),
      ),
    );
    cluster.machine('general-5', {
      createdAt: ago('13m'),
      joinedAt: ago('12m'),
      networkReadyAt: null,
      ciliumStage: 'created',
    });
    return cluster;
  },
});
