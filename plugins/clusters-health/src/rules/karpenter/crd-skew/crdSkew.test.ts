import { describeRule } from '../../../testing/describeRule';
import { karpenterAt } from '../../../testing/world';
import { crdSkew } from './crdSkew';

const crd = (status: string[]) => ({
  metadata: {
    name: 'nodepools.karpenter.sh',
    creationTimestamp: '2026-11-01T00:00:00Z',
  },
  spec: {
    versions: [
      {
        name: 'v1',
        served: true,
        schema: {
          openAPIV3Schema: {
            properties: {
              status: {
                properties: Object.fromEntries(status.map(key => [key, {}])),
              },
            },
          },
        },
      },
    ],
  },
});

describeRule(
  crdSkew,
  [
    {
      name: 'fires when the schema lacks a field of the version',
      world: { customresourcedefinitions: [crd(['conditions', 'resources'])] },
      state: 'fired',
      severity: 'warning',
      says: 'older than Karpenter 1.14.3',
    },
    {
      name: 'passes when it has them all',
      world: {
        customresourcedefinitions: [
          crd([
            'conditions',
            'resources',
            'nodes',
            'nodeClassObservedGeneration',
          ]),
        ],
      },
      state: 'pass',
    },
    {
      name: 'asks no more of an older controller',
      world: {
        customresourcedefinitions: [crd(['conditions', 'resources'])],
        deployments: [karpenterAt('1.3.0')],
      },
      state: 'pass',
    },
    {
      name: 'is unknown without a version',
      world: {
        customresourcedefinitions: [crd(['conditions'])],
        deployments: [],
      },
      state: 'unknown',
    },
  ],
  { healthy: 'notApplicable' },
);
