import type {
  FleetRow,
  WaveChange,
} from '@clusterworks/plugin-clusters-common';
import {
  checkVersions,
  ciliumLines,
  compareMinors,
  karpenterLines,
  kubernetesLines,
  minorOf,
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

/**
 * The version that a cluster may take next: the newest of its own line, or of
 * the next line where it has that already. None that the version matrix rejects.
 */
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
  if (now === undefined) {
    return undefined;
  }
  const own = waveVersions[what].find(
    each => compareMinors(each, now) === 0 && patchOf(each) > patchOf(now),
  );
  const ahead = waveVersions[what].findLast(
    each => compareMinors(each, now) > 0,
  );
  return [own, ahead].find(
    each => each !== undefined && fits(what, each, versions),
  );
}

/** NaN for a version without one, which nothing is greater than. */
function patchOf(version: string): number {
  return Number(/^v?\d+\.\d+\.(\d+)/.exec(version)?.[1]);
}

/** Whether the matrix accepts a version, as far as the others are known. */
function fits(
  what: 'karpenter' | 'cilium',
  version: string,
  versions: Versions['versions'],
): boolean {
  const kubernetes = minorOf(
    versions.kubernetes.desired ?? versions.kubernetes.observed,
  );
  if (kubernetes === undefined) {
    return true;
  }
  const of = (each: 'karpenter' | 'cilium') =>
    versions[each].desired ?? versions[each].observed ?? '';
  return checkVersions({
    ...{ kubernetes, karpenter: of('karpenter'), cilium: of('cilium') },
    [what]: version,
  }).errors.every(({ component }) => component !== what);
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
