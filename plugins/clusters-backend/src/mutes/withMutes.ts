import {
  type Assessment,
  isMuted,
  type Mute,
} from '@clusterworks/plugin-clusters-common';

/**
 * Marks the muted findings; verdict and counts stay as they are.
 *
 * @param mutes - by id of the finding; one that has ended marks nothing
 * @param now - milliseconds since 1970
 */
export function withMutes(
  assessment: Assessment,
  mutes: ReadonlyMap<string, Mute>,
  now: number,
): Assessment {
  if (mutes.size === 0) {
    return assessment;
  }
  const findings = assessment.findings.map(finding => {
    const mute = mutes.get(finding.id);
    return mute && isMuted({ mute }, now) ? { ...finding, mute } : finding;
  });
  return { ...assessment, findings };
}
