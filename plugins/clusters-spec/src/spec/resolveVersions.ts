import { specDefaults } from './specDefaults';
import {
  VersionProfileName,
  versionProfiles,
  VersionSet,
} from '../versions/versionProfiles';

/** Versions as a spec asks for them. */
export type VersionsSpec = Partial<VersionSet> & {
  profile?: VersionProfileName;
};

/** The profile's versions with what the spec sets itself. */
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
