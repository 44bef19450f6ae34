import semver from 'semver';
import type { ClusterSpec } from '../spec';
import { resolveVersions } from '../spec/resolveVersions';
import { firstImageRelease } from '../versions';

/**
 * One value that many clusters are to get: a version of a component, or the
 * release of the node images.
 *
 * @public
 */
export type SpecTarget = {
  what: 'kubernetes' | 'karpenter' | 'cilium' | 'images';
  /** `1.35`, `1.14.3` or `v20261112`. */
  to: string;
};

/**
 * The spec with the value of a target, and nothing else changed.
 *
 * @public
 */
export function withTarget(
  spec: ClusterSpec,
  { what, to }: SpecTarget,
): ClusterSpec {
  const { karpenter, versions } = spec.spec;
  return {
    ...spec,
    spec: {
      ...spec.spec,
      ...(what === 'images'
        ? { karpenter: { ...karpenter, amiRelease: to } }
        : { versions: { ...versions, [what]: to } }),
    },
  };
}

/**
 * Whether a spec wants what a target says, or something newer.
 *
 * @public
 */
export function specReaches(spec: ClusterSpec, target: SpecTarget): boolean {
  const { karpenter, versions } = spec.spec;
  return valueReaches(
    target.what === 'images'
      ? karpenter?.amiRelease ?? firstImageRelease
      : resolveVersions(versions)[target.what],
    target,
  );
}

/**
 * Whether a version or a release is that of a target, or newer. EKS reports
 * `1.35.4` where the target says `1.35`.
 *
 * @public
 */
export function valueReaches(
  value: string | undefined,
  { what, to }: SpecTarget,
): boolean {
  if (value === undefined) {
    return false;
  }
  if (what === 'images') {
    // `v20261112`: the order of the texts is that of the days.
    return /^v\d{8}$/.test(value) && value >= to;
  }
  const [seen, wanted] = [semver.coerce(value), semver.coerce(to)];
  return seen !== null && wanted !== null && semver.gte(seen, wanted);
}
