import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { overlayFolder } from '@clusterworks/plugin-clusters-spec';
import { eksRegistryOf } from './eksRegistries';
import { toYaml } from '../yaml/toYaml';

const EFA_IMAGE = 'eks/aws-efa-k8s-device-plugin';

function hasEfa({ karpenter }: ResolvedClusterSpec['spec']): boolean {
  return karpenter.nodePools.some(({ efa }) => efa !== undefined);
}

/** The registry of EKS's images, where it is not that of the base. */
function images({ spec }: ResolvedClusterSpec) {
  const registry = eksRegistryOf(spec.region);
  return registry && hasEfa(spec)
    ? {
        images: [
          {
            name: `602401143452.dkr.ecr.us-west-2.amazonaws.com/${EFA_IMAGE}`,
            newName: `${registry}/${EFA_IMAGE}`,
          },
        ],
      }
    : {};
}

/** Shared add-ons that a cluster uses, as paths from its `addons` folder. */
function parts({ spec }: ResolvedClusterSpec): string[] {
  const up = '../../../../';
  return [
    ...(spec.karpenter.nodePools.some(pool => pool.preset === 'gpu')
      ? [`${up}addons/nvidia-device-plugin`]
      : []),
    ...(hasEfa(spec) ? [`${up}addons/efa-device-plugin`] : []),
    ...(spec.cilium.networkPolicies === 'baseline' ? [`${up}../policies`] : []),
    ...(spec.addons.ebsCsiDriver.enabled ? [`${up}addons/storage`] : []),
    ...(spec.observability.dashboards ? [`${up}addons/dashboards`] : []),
  ];
}

/** The KMS key of volumes, if it is not the default key of EBS. */
function storagePatches({ spec }: ResolvedClusterSpec) {
  const { enabled, kmsKeyArn } = spec.addons.ebsCsiDriver;
  return enabled && kmsKeyArn
    ? {
        patches: [
          {
            target: { kind: 'StorageClass', name: 'gp3' },
            patch: toYaml([
              { op: 'add', path: '/parameters/kmsKeyId', value: kmsKeyArn },
            ]),
          },
        ],
      }
    : {};
}

/**
 * `platform/overlays/<environment>/<name>/addons`: what a cluster runs besides
 * its pools. Empty when the cluster has no add-ons.
 */
export function addonsOverlay(
  resolved: ResolvedClusterSpec,
): Record<string, string> {
  const resources = parts(resolved);
  if (resources.length === 0) {
    return {};
  }
  const folder = overlayFolder({
    environment: resolved.spec.environment,
    name: resolved.metadata.name,
  });
  return {
    [`${folder}/addons/kustomization.yaml`]: toYaml({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources,
      ...images(resolved),
      ...storagePatches(resolved),
    }),
  };
}
