import { specDefaults } from './specDefaults';
import type {
  VersionProfileName,
  VersionSet,
} from '../versions/versionProfiles';
import { versionProfiles } from '../versions/versionProfiles';

/**
 * Versions as a spec asks for them.
 *
 * @public
 */
export type VersionsSpec = Partial<VersionSet> & {
  profile?: VersionProfileName;
};

/**
 * The profile's versions, with the versions that the spec sets in place of
 * them.
 *
 * @public
 */
export function resolveVersions(
  versions: VersionsSpec = {},
): VersionSet & { profile: VersionProfileName } {
  const profile = versions.profile ?? specDefaults.versionProfile;
  const base = versionProfiles[profile].versions;
  return {
    profile,
    kubernetes: versions.kubernetes ?? base.kubernetes,
    karpenter: versions.karpenter ?? base.karpenter,
    cilium: versions.cilium ?? base.cilium,
    argocd: versions.argocd ?? base.argocd,
  };
}
