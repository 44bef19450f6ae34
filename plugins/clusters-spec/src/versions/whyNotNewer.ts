import { checkVersions } from './checkVersions';
import { compareMinors } from './minors';
import { kubernetesLines } from './versionData';
import type { VersionSet } from './versionProfiles';

/**
 * Why a set of versions has no newer Kubernetes.
 *
 * @public
 */
export type NotNewer = {
  /** The next minor. */
  version: string;
  /** What speaks against it beside the other versions of the set. */
  reason: string;
};

/**
 * What speaks against the next minor of Kubernetes with the other versions of a
 * set.
 *
 * @param today - `2026-11-30`
 * @returns undefined when there is no newer minor, or nothing speaks against it
 *
 * @public
 */
export function whyNotNewer(
  { kubernetes, karpenter, cilium }: VersionSet,
  today: string,
): NotNewer | undefined {
  // The oldest line comes first.
  const version = kubernetesLines.find(
    ({ minor }) => compareMinors(minor, kubernetes) > 0,
  )?.minor;
  if (!version) {
    return undefined;
  }
  const { errors, warnings } = checkVersions(
    { kubernetes: version, karpenter, cilium },
    today,
  );
  const here = checkVersions({ kubernetes, karpenter, cilium }, today);
  const known = new Set(
    [...here.errors, ...here.warnings].map(({ message }) => message),
  );
  const reasons = [...errors, ...warnings]
    // A newer minor is supported for longer, whatever is left of that.
    .filter(
      ({ component, code }) =>
        component !== 'kubernetes' || !code.startsWith('support-'),
    )
    .map(({ message }) => message)
    .filter(message => !known.has(message));
  return reasons.length > 0
    ? { version, reason: reasons.join(' ') }
    : undefined;
}
