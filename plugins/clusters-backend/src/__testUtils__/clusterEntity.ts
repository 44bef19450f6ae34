import type { Entity } from '@backstage/catalog-model';
import { clusterLabels } from '@clusterworks/plugin-clusters-common';

/** A cluster entity as the catalog module makes it. */
export function clusterEntity(
  name: string,
  options: {
    url?: string;
    caData?: string;
    owner?: string;
    environment?: string;
    namespace?: string;
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
  } = {},
): Entity {
  const { url, caData, owner = 'group:default/platform' } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      namespace: options.namespace ?? 'default',
      labels: {
        [clusterLabels.environment]: options.environment ?? 'prod',
        [clusterLabels.region]: 'eu-west-1',
        ...options.labels,
      },
      annotations: {
        ...(url && {
          'kubernetes.io/api-server': url,
          'kubernetes.io/api-server-certificate-authority': caData ?? '',
          'kubernetes.io/auth-provider': 'aws',
          'kubernetes.io/x-k8s-aws-id': name,
        }),
        ...options.annotations,
      },
    },
    spec: { type: 'kubernetes-cluster', owner },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}
