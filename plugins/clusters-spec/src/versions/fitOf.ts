import type { ComponentLine } from './VersionLine';
import { minorsOutside } from './minors';

/**
 * How a release line of a component goes with a minor version of Kubernetes.
 * Outside of its compatibility table Karpenter refuses to run (1.1.1) or is
 * unsupported. Cilium and Argo CD publish the versions that they test: one minor
 * outside of these is only untested.
 */
export function fitOf(
  component: 'karpenter' | 'cilium' | 'argocd',
  line: ComponentLine,
  kubernetes: string,
): 'fits' | 'untested' | 'outside' {
  const outside = minorsOutside(kubernetes, line.kubernetes);
  if (outside === 0) {
    return 'fits';
  }
  return component !== 'karpenter' && outside === 1 ? 'untested' : 'outside';
}
