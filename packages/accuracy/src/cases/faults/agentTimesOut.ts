import { ago, service } from '@clusterworks/kube-fixtures';
import { sandboxFailure, standardCluster } from '../../world';
import { fault } from '../Case';

/** Endpoints of a node time out although its agent is ready. */
export const agentTimesOut = fault({
  name: 'agent-times-out',
  source: 'https://github.com/cilium/cilium/issues/16038',
  why: 'The agent of a node is ready, but makes no endpoint in time: pods hang since 16 minutes with "Cilium API client timeout exceeded". A restart of that agent helped in the report.',
  verdict: 'critical',
  root: ['cilium/D20'],
  rootsMax: 1,
  mistakenFor: [
    'cilium/D12',
    'cilium/D02',
    'cilium/D03',
    'cilium/D07',
    'cilium/D13',
  ],
  says: ['timeout'],
  saysNot: ['see whether the agent is ready'],
  build: () => {
    const cluster = standardCluster();
    const names = cluster.run(
      service('feed', 'shop'),
      ['general-4', 'general-4'],
      {
        createdAt: ago('17m'),
        startedAt: null,
        counts: { ready: 0, availableSince: ago('17m') },
      },
    );
    cluster.put(
      ...names.map(name =>
        sandboxFailure(
          name,
          'shop',
          'Unable to create endpoint: Cilium API client timeout exceeded',
          { firstAt: ago('16m'), at: ago('45s'), count: 26 },
        ),
      ),
    );
    return cluster;
  },
});
