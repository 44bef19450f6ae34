import type { SpecRule } from '../PartialSpec';

/**
 * Terraform may stop managing the releases only when Argo CD takes them over.
 */
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
