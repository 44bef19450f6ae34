import { nodeClaim, nodePool } from '../karpenterObjects';
import { ciliumNode, node } from '../nodes';
import type { ForeignWorld } from './ForeignWorld';

/** A static pool: its limit equals its size by design. */
export const staticPool: ForeignWorld = {
  adds: {
    nodepools: [
      nodePool('foreign-static', {
        spec: { replicas: 1, limits: { nodes: '1' } },
        status: { nodes: 1, resources: { nodes: '1' } },
      }),
    ],
    nodeclaims: [
      nodeClaim('static-1', {
        metadata: {
          name: 'foreign-static-1',
          labels: { 'karpenter.sh/nodepool': 'foreign-static' },
        },
        status: {
          nodeName: 'foreign-static-1',
          providerID: 'aws:///eu-west-1a/i-static-1',
        },
      }),
    ],
    nodes: [
      node('static-1', {
        metadata: {
          name: 'foreign-static-1',
          labels: { 'karpenter.sh/nodepool': 'foreign-static' },
        },
        status: { allocatable: { pods: '25' } },
      }),
    ],
    ciliumnodes: [
      ciliumNode('static-1', {
        metadata: { name: 'foreign-static-1', ownerReferences: [] },
      }),
    ],
  },
};
