import { checkVersions } from '../../versions';
import type { SpecRule } from '../PartialSpec';
import { resolveVersions } from '../resolveVersions';

/** The version matrix: only errors; support dates are the renderer's warnings. */
export const checkSpecVersions: SpecRule = spec => {
  const argocd = spec.spec?.gitops?.argocd === true;
  const versions = resolveVersions(spec.spec?.versions);
  return checkVersions({
    ...versions,
    argocd: argocd ? versions.argocd : undefined,
  }).errors.map(({ component, message }) => ({
    path: ['spec', 'versions', component],
    message,
  }));
};
