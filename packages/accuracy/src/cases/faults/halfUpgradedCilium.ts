import { ago, ciliumOperator } from '@clusterworks/kube-fixtures';
import { standardCluster, systemMachines } from '../../world';
import { fault } from '../Case';

/** Agent and operator are two minors apart since days. */
export const halfUpgradedCilium = fault({
  name: 'half-upgraded-cilium',
  source: 'https://docs.cilium.io/en/stable/operations/upgrade/',
  why: 'An upgrade was broken off three days ago: agents are 1.19, the operator is 1.17. That is not supported beyond an upgrade.',
  verdict: 'degraded',
  root: ['cilium/D26'],
  rootsMax: 1,
  mistakenFor: ['cilium/D03', 'cilium/D01', 'cilium/D27'],
  says: ['1\\.17', '1\\.19'],
  build: () => {
    const cluster = standardCluster();
    const operator = ciliumOperator({
      ...cluster.facts,
      versions: { ...cluster.facts.versions, cilium: '1.17.18' },
    });
    cluster.remove(
      'Pod',
      ({ metadata }) =>
        metadata.name.startsWith('cilium-operator-') &&
        !metadata.name.includes('old17'),
    );
    cluster.run(
      { ...operator, hash: 'old17', createdAt: ago('90d') },
      systemMachines,
      { createdAt: ago('20d') },
    );
    return cluster;
  },
});
