import { clusterLabels } from '@clusterworks/plugin-clusters-common';

/** Versions without a leading `v`, as far as they are known. */
export interface ClusterVersions {
  kubernetes?: string;
  karpenter?: string;
  cilium?: string;
}

const LABEL_VALUE = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

/**
 * Version labels, each with its `-minor`. A version that cannot be a label's
 * value (an odd image tag) gets none: a wrong label would fail the entity.
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
  if (!text || !LABEL_VALUE.test(text)) {
    return {};
  }
  const minor = /^\d+\.\d+/.exec(text)?.[0];
  return { [label]: text, ...(minor ? { [minorLabel]: minor } : {}) };
}
