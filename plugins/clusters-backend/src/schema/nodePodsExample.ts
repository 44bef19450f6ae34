import type { NodePods } from '@clusterworks/plugin-clusters-common';

/** An example of the pods on nodes. */
export const nodePodsExample: NodePods = {
  cluster: 'payments-prod',
  at: '2026-11-22T10:00:00Z',
  nodes: [
    {
      node: 'ip-10-40-1-88.eu-west-1.compute.internal',
      total: 2,
      pods: [
        {
          pod: 'payments/ledger-0',
          owner: 'StatefulSet/ledger',
          cpu: 1.5,
          memory: 4_294_967_296,
          holds: {
            why: 'pdb',
            by: 'payments/ledger',
            free: 'make room in PodDisruptionBudget payments/ledger',
          },
        },
        {
          pod: 'payments/web-5f6d-x2x7k',
          owner: 'ReplicaSet/web-5f6d',
          cpu: 0.5,
          memory: 536_870_912,
        },
      ],
    },
  ],
};
