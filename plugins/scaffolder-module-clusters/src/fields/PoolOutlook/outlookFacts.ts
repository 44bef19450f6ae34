import type {
  LaunchOutlook,
  OutlookType,
} from '@clusterworks/plugin-clusters-spec';

/** What is said of a NodePool in words. */
export type OutlookFacts = {
  /** Families of which at least one type may be launched. */
  families: string[];
  /** The smallest, one in the middle, and the largest. */
  examples: OutlookType[];
  largest: OutlookType | undefined;
  /** Pods that the smallest and the largest node take. */
  pods: { least: number; most: number } | undefined;
  /** Types that exceed a limit, by that limit. */
  excluded: { limit: string; types: string[] }[];
};

/** Facts about what a pool launches, as far as the instance data knows. */
export function outlookFacts({ types }: LaunchOutlook): OutlookFacts {
  const launched = types.filter(({ exceeds }) => exceeds.length === 0);
  // Bare metal has no data, so nothing is said of its size.
  const sized = launched.filter(({ vcpus }) => vcpus !== undefined);
  const middle = sized[Math.floor(sized.length / 2)];
  const pods = launched.flatMap(type => type.pods ?? []);
  const excluded = new Map<string, string[]>();
  for (const { name, exceeds } of types) {
    for (const limit of exceeds) {
      excluded.set(limit, [...(excluded.get(limit) ?? []), name]);
    }
  }
  return {
    families: [...new Set(launched.map(({ family }) => family))].sort(),
    examples: [...new Set([sized[0], middle, sized.at(-1)])].flatMap(
      type => type ?? [],
    ),
    largest: sized.at(-1),
    pods:
      pods.length > 0
        ? { least: Math.min(...pods), most: Math.max(...pods) }
        : undefined,
    excluded: [...excluded].map(([limit, names]) => ({ limit, types: names })),
  };
}
