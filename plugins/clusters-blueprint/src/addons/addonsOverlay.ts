import {
  overlayFolder,
  ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { toYaml } from '../yaml/toYaml';

/** Shared parts that a cluster takes, as paths from its `addons` folder. */
function parts({ spec }: ResolvedClusterSpec): string[] {
  const up = '../../../../';
  return [
    ...(spec.karpenter.nodePools.some(pool => pool.preset === 'gpu')
      ? [`${up}addons/nvidia-device-plugin`]
      : []),
    ...(spec.cilium.networkPolicies === 'baseline' ? [`${up}../policies`] : []),
    ...(spec.observability.dashboards ? [`${up}addons/dashboards`] : []),
  ];
}

/**
 * `platform/overlays/<environment>/<name>/addons`: what a cluster runs besides
 * its pools. Nothing at all when it takes none.
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
    }),
  };
}
