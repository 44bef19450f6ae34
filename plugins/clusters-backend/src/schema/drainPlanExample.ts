import type { DrainPlan } from '@clusterworks/plugin-clusters-common';

/** An example of a plan of a drain. */
export const drainPlanExample: DrainPlan = {
  cluster: 'payments-prod',
  at: '2026-11-22T10:00:00Z',
  nodes: [
    {
      node: 'ip-10-40-1-88.eu-west-1.compute.internal',
      pods: 2,
      blocked: [
        {
          pod: 'payments/ledger-0',
          owner: 'StatefulSet/ledger',
          why: 'pdb',
          by: 'payments/ledger',
          free: 'make room in PodDisruptionBudget payments/ledger',
        },
      ],
      losesLocalData: [],
      unowned: [],
    },
  ],
  totals: { fits: 1, newNode: 1, nowhere: 0, unknown: 0 },
  pods: [
    {
      pod: 'payments/ledger-0',
      node: 'ip-10-40-1-88.eu-west-1.compute.internal',
      owner: 'StatefulSet/ledger',
      goes: 'newNode',
      to: 'general',
    },
    {
      pod: 'payments/web-5f6d-x2x7k',
      node: 'ip-10-40-1-88.eu-west-1.compute.internal',
      owner: 'ReplicaSet/web-5f6d',
      goes: 'fits',
      to: 'ip-10-40-3-12.eu-west-1.compute.internal',
    },
  ],
};
