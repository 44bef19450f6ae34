import type { ComponentLine } from './VersionLine';
import {
  argocdLines,
  ciliumLines,
  karpenterLines,
  kubernetesLines,
} from './versionData';
import { minorOf, minorsOutside } from './minors';

type Versions = {
  kubernetes: string;
  karpenter: string;
  cilium: string;
  argocd?: string;
};

/** How many lines lie between two lines of a component. */
function distance(
  lines: readonly ComponentLine[],
  version: string,
  candidate: ComponentLine,
): number {
  const at = lines.findIndex(each => each.line === minorOf(version));
  const to = lines.indexOf(candidate);
  // An unknown line has the largest distance.
  return at < 0 ? lines.length - to : Math.abs(at - to);
}

/** The nearest line that was tested with a Kubernetes minor. */
function nearestLine(
  lines: readonly ComponentLine[],
  version: string,
  kubernetes: string,
): { line: ComponentLine; far: number } | undefined {
  const fitting = lines
    .filter(line => minorsOutside(kubernetes, line.kubernetes) === 0)
    .map(line => ({ line, far: distance(lines, version, line) }))
    .sort(
      (a, b) => a.far - b.far || lines.indexOf(b.line) - lines.indexOf(a.line),
    );
  return fitting[0];
}

/**
 * The given version when its line does not change, else the newest of the
 * line.
 */
function releaseOf(line: ComponentLine, given: string): string {
  return minorOf(given) === line.line ? given : line.newest;
}

/**
 * The set of versions within all tested ranges that needs the fewest changes,
 * as a part of a sentence. A change of Kubernetes counts most, because an EKS
 * control plane cannot be downgraded. Undefined when there is no such set.
 */
export function nearestCombination(versions: Versions): string | undefined {
  const at = kubernetesLines.findIndex(
    each => each.minor === versions.kubernetes,
  );
  let best: { cost: number; text: string } | undefined;
  kubernetesLines.forEach(({ minor }, index) => {
    const karpenter = nearestLine(karpenterLines, versions.karpenter, minor);
    const cilium = nearestLine(ciliumLines, versions.cilium, minor);
    const argocd = versions.argocd
      ? nearestLine(argocdLines, versions.argocd, minor)
      : undefined;
    if (!karpenter || !cilium || (versions.argocd && !argocd)) {
      return;
    }
    const cost =
      Math.abs(index - at) * 100 +
      karpenter.far +
      cilium.far +
      (argocd?.far ?? 0);
    if (best && best.cost <= cost) {
      return;
    }
    const parts = [
      `Kubernetes ${minor}`,
      `Karpenter ${releaseOf(karpenter.line, versions.karpenter)}`,
      `Cilium ${releaseOf(cilium.line, versions.cilium)}`,
    ];
    if (argocd && versions.argocd) {
      parts.push(`Argo CD ${releaseOf(argocd.line, versions.argocd)}`);
    }
    best = { cost, text: parts.join(', ') };
  });
  return best?.text;
}
