/**
 * A complete set of versions. Kubernetes is a minor, the rest full versions.
 *
 * @public
 */
export type VersionSet = {
  kubernetes: string;
  karpenter: string;
  cilium: string;
  argocd: string;
};

/**
 * Names of the profiles that fill in versions.
 *
 * @public
 */
export const versionProfileNames = ['seed', 'stable', 'latest'] as const;

/**
 * A named set of versions that go together.
 *
 * @public
 */
export type VersionProfileName = (typeof versionProfileNames)[number];

/**
 * A version profile and the reason for its versions.
 *
 * @public
 */
export type VersionProfile = {
  versions: VersionSet;
  /** One sentence for people who choose. */
  description: string;
  source: string;
  asOf: string;
};

/**
 * The profiles, by name. `stable` is the default.
 *
 * @public
 */
export const versionProfiles: Record<VersionProfileName, VersionProfile> = {
  seed: {
    versions: {
      kubernetes: '1.31',
      karpenter: '1.1.1',
      cilium: '1.16.5',
      argocd: '3.4.13',
    },
    description:
      'The versions of the reference design: out of support, for reading old clusters only.',
    source: 'reference design; EKS calendar and upstream matrices',
    asOf: '2026-11-22',
  },
  stable: {
    versions: {
      kubernetes: '1.35',
      karpenter: '1.14.3',
      cilium: '1.19.9',
      argocd: '3.5.7',
    },
    description:
      'The newest EKS minor that Karpenter, Cilium and Argo CD all list as tested, with the IPAM model best known with prefix delegation.',
    source: 'upstream compatibility tables',
    asOf: '2026-11-22',
  },
  latest: {
    versions: {
      kubernetes: '1.36',
      karpenter: '1.15.1',
      cilium: '1.20.4',
      argocd: '3.6.1',
    },
    description:
      'The newest minor that Cilium tests, with the longest support; keep prefix delegation off.',
    source: 'upstream compatibility tables',
    asOf: '2026-11-22',
  },
};
