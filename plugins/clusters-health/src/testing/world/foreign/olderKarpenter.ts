import { ciliumOperatorDeployment } from '../ciliumWorkload';
import { karpenterAt } from '../karpenterWorkload';
import type { ForeignWorld } from './ForeignWorld';

/** Karpenter 1.0 serves v1beta1 beside v1, and needs a conversion webhook. */
export const olderKarpenter: ForeignWorld = {
  adds: {
    customresourcedefinitions: [
      'nodepools.karpenter.sh',
      'nodeclaims.karpenter.sh',
      'ec2nodeclasses.karpenter.k8s.aws',
    ].map(name => ({
      metadata: { name },
      spec: { conversion: { strategy: 'Webhook' } },
      status: { storedVersions: ['v1beta1', 'v1'] },
    })),
  },
  replaces: {
    deployments: [karpenterAt('1.0.9'), ciliumOperatorDeployment()],
  },
  serverVersion: 'v1.31.9',
};
