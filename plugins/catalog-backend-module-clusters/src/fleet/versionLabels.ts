import { clusterLabels } from '@clusterworks/plugin-clusters-common';
import { isLabelValue } from './isLabelValue';

/** The known versions, without a leading `v`. */
export interface ClusterVersions {
  kubernetes?: string;
  karpenter?: string;
  cilium?: string;
}

/**
 * Version labels, each with a second label for its minor version (`-minor`). A
 * version that is not a valid label value (an unusual image tag) gets none,
 * because an invalid label makes the entity fail.
 */
export function versionLabels(
  versions: ClusterVersions,
): Record<string, string> {
  return {
    ...pair(
      clusterLabels.kubernetesVersion,
      clusterLabels.kubernetesVersionMinor,
      versions.kubernetes,
    ),
    ...pair(
      clusterLabels.karpenterVersion,
      clusterLabels.karpenterVersionMinor,
      versions.karpenter,
    ),
    ...pair(
      clusterLabels.ciliumVersion,
      clusterLabels.ciliumVersionMinor,
      versions.cilium,
    ),
  };
}

function pair(label: string, minorLabel: string, version: string | undefined) {
  const text = version?.replace(/^v/, '').split('+')[0];
  if (!text || !isLabelValue(text)) {
    return {};
  }
  const minor = /^\d+\.\d+/.exec(text)?.[0];
  return { [label]: text, ...(minor ? { [minorLabel]: minor } : {}) };
}
