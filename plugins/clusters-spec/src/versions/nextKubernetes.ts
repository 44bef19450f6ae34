import { fitOf } from './fitOf';
import { compareMinors, minorOf } from './minors';
import { ciliumLines, karpenterLines, kubernetesLines } from './versionData';
import type { ComponentLine } from './VersionLine';

/**
 * The next minor version of Kubernetes, and what has to be upgraded before it.
 *
 * @public
 */
export type NextKubernetes = {
  /** `1.36`. */
  version: string;
  /** Components whose version does not work with it; empty when all do. */
  blockedBy: ('karpenter' | 'cilium')[];
};

/**
 * The next minor version of Kubernetes of a cluster, by the version matrix.
 *
 * @param observed - the versions that run in the cluster
 * @returns undefined when one of them is not known, or of a release line that the
 *   matrix does not have, or when there is no next version
 * @public
 */
export function nextKubernetes(observed: {
  kubernetes?: string;
  karpenter?: string;
  cilium?: string;
}): NextKubernetes | undefined {
  const current = minorOf(observed.kubernetes);
  // The oldest line comes first.
  const version = kubernetesLines.find(
    ({ minor }) => current && compareMinors(minor, current) > 0,
  )?.minor;
  const karpenter = lineOf(karpenterLines, observed.karpenter);
  const cilium = lineOf(ciliumLines, observed.cilium);
  if (!version || !karpenter || !cilium) {
    return undefined;
  }
  const fits = {
    karpenter: fitOf('karpenter', karpenter, version),
    cilium: fitOf('cilium', cilium, version),
  };
  return {
    version,
    blockedBy: (['karpenter', 'cilium'] as const).filter(
      component => fits[component] === 'outside',
    ),
  };
}

function lineOf(lines: readonly ComponentLine[], version: string | undefined) {
  const minor = minorOf(version);
  return lines.find(({ line }) => line === minor);
}
