import { minorOf } from './minors';
import { ciliumLines, karpenterLines, kubernetesLines } from './versionData';

/**
 * End of support of a component's version as its makers publish it, YYYY-MM-DD;
 * of Kubernetes the end of standard support on EKS. Undefined when the version
 * is of no known line, or no end of its line is published.
 *
 * @public
 */
export function supportEndOf(
  component: 'kubernetes' | 'karpenter' | 'cilium',
  version: string | undefined,
): string | undefined {
  const minor = minorOf(version);
  switch (component) {
    case 'kubernetes':
      return kubernetesLines.find(line => line.minor === minor)?.standardUntil;
    case 'karpenter':
      return karpenterLines.find(({ line }) => line === minor)?.endOfLife;
    default:
      return ciliumLines.find(({ line }) => line === minor)?.endOfLife;
  }
}
