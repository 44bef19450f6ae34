import type { Provenance } from './VersionLine';

/**
 * Charts of add-ons that EKS does not offer itself: the release that a new
 * cluster gets, and the oldest Kubernetes that it runs on.
 *
 * @public
 */
export const addonCharts: Record<
  'loadBalancerController',
  Provenance & { version: string; kubernetesFrom: string }
> = {
  loadBalancerController: {
    version: '3.5.0',
    kubernetesFrom: '1.22',
    source:
      'kubernetes-sigs/aws-load-balancer-controller 225f44568: chart and docs/deploy/installation.md',
    asOf: '2026-08-17',
  },
};
