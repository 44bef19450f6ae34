import { checkVersions } from './checkVersions';
import { compareMinors, minorOf } from './minors';
import { kubernetesLines } from './versionData';

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
  const { karpenter, cilium } = observed;
  const current = minorOf(observed.kubernetes);
  if (!current || !karpenter || !cilium) {
    return undefined;
  }
  const [version] = kubernetesLines
    .map(({ minor }) => minor)
    .filter(minor => compareMinors(minor, current) > 0)
    .sort(compareMinors);
  if (version === undefined) {
    return undefined;
  }
  const { errors } = checkVersions({ kubernetes: version, karpenter, cilium });
  if (errors.some(({ code }) => code === 'version-unknown')) {
    return undefined;
  }
  const blocked = errors
    .filter(({ code }) => code === 'version-incompatible')
    .map(({ component }) => component);
  return {
    version,
    blockedBy: (['karpenter', 'cilium'] as const).filter(each =>
      blocked.includes(each),
    ),
  };
}
