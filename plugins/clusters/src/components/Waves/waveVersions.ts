import type {
  FleetRow,
  WaveChange,
} from '@clusterworks/plugin-clusters-common';
import {
  ciliumLines,
  compareMinors,
  karpenterLines,
  kubernetesLines,
  newestImageRelease,
} from '@clusterworks/plugin-clusters-spec';

type What = WaveChange['what'];
type Versions = Pick<FleetRow, 'versions' | 'nextKubernetes'>;

/** The versions that a wave can bring, the newest first. */
export const waveVersions: Record<What, readonly string[]> = {
  kubernetes: kubernetesLines.map(({ minor }) => minor).reverse(),
  karpenter: karpenterLines.map(({ newest }) => newest).reverse(),
  cilium: ciliumLines.map(({ newest }) => newest).reverse(),
  images: [newestImageRelease.release],
};

/** The version that a cluster may take next, one minor ahead at most. */
function nextOf(
  what: What,
  { versions, nextKubernetes }: Versions,
): string | undefined {
  if (what === 'images') {
    return waveVersions.images[0];
  }
  if (what === 'kubernetes') {
    return nextKubernetes?.blockedBy.length === 0
      ? nextKubernetes.version
      : undefined;
  }
  const { desired, observed } = versions[what];
  const now = desired ?? observed;
  return now === undefined
    ? undefined
    : waveVersions[what].findLast(each => compareMinors(each, now) > 0);
}

/**
 * The version that a wave of these clusters begins with: the one that most of
 * them may take next, and of two that as many may take the lower one. Undefined
 * when none of them may take any.
 */
export function usualVersion(
  what: What,
  clusters: readonly Versions[],
): string | undefined {
  const counts = new Map<string, number>();
  for (const version of clusters.flatMap(each => nextOf(what, each) ?? [])) {
    counts.set(version, (counts.get(version) ?? 0) + 1);
  }
  const [usual] = [...counts].sort(
    ([left, a], [right, b]) => b - a || compareMinors(left, right),
  );
  return usual?.[0];
}
