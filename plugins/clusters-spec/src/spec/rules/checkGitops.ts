import { SpecRule } from '../PartialSpec';

/** Somebody must own the releases: Terraform only lets go for Argo CD. */
export const checkGitops: SpecRule = spec => {
  const gitops = spec.spec?.gitops;
  return gitops?.handedOver && !gitops.argocd
    ? [
        {
          path: ['spec', 'gitops', 'handedOver'],
          message: 'must not be true without argocd: true',
        },
      ]
    : [];
};
