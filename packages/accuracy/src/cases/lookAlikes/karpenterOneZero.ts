import { standardCluster } from '../../world';
import { lookAlike } from '../Case';

/** Karpenter 1.0 needs its conversion webhook and v1beta1. */
export const karpenterOneZero = lookAlike({
  name: 'karpenter-one-zero',
  source: 'https://karpenter.sh/v1.0/upgrading/v1-migration/',
  why: 'Karpenter 1.0.6 on Kubernetes 1.31: its definitions convert by a webhook and store v1beta1 as well. That is right with 1.0 and matters for the next upgrade only.',
  mistakenFor: ['karpenter/C1', 'karpenter/N5', 'karpenter/N6', 'karpenter/P1'],
  neutral: ['karpenter/C6', 'karpenter/C8'],
  remedyNot: ['storedVersions'],
  build: () => {
    const cluster = standardCluster({
      versions: { kubernetes: '1.31', karpenter: '1.0.6', cilium: '1.18.12' },
    });
    for (const name of [
      'nodepools.karpenter.sh',
      'nodeclaims.karpenter.sh',
      'ec2nodeclasses.karpenter.k8s.aws',
    ]) {
      cluster.edit('CustomResourceDefinition', name, {
        spec: {
          conversion: {
            strategy: 'Webhook',
            webhook: {
              clientConfig: {
                service: {
                  name: 'karpenter',
                  namespace: 'kube-system',
                  port: 8443,
                },
              },
            },
          },
        },
        status: { storedVersions: ['v1beta1', 'v1'] },
      });
    }
    return cluster;
  },
});
