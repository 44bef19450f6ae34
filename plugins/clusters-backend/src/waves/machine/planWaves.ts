/** A cluster that is to be part of a wave. */
export interface PlannedCluster {
  cluster: string;
  environment: string;
}

/** Clusters that are changed at the same time. */
export interface WaveStage<T extends PlannedCluster> {
  environment: string;
  clusters: T[];
}

/** Words in names of environments, the least important ones first. */
const ranks: readonly RegExp[] = [
  /^(sandbox|sbx|play|lab|local|demo)/,
  /^(dev|development)/,
  /^(ci|test|tst|qa|int|integration)/,
  /^(stage|staging|stg|uat|acc|acceptance|pre|preprod)/,
  /^(prod|production|prd|live)/,
];
/** What is not known comes before production. */
const UNKNOWN_RANK = 3.5;

function rankOf(environment: string): number {
  const found = ranks.findIndex(rank => rank.test(environment));
  return found < 0 ? UNKNOWN_RANK : found;
}

/**
 * Orders environments, the least important one first: those that the caller
 * names, in their order, then the others, production last.
 */
export function orderEnvironments(
  environments: readonly string[],
  named: readonly string[] = [],
): string[] {
  const given = named.filter(name => environments.includes(name));
  const others = environments
    .filter(name => !given.includes(name))
    .sort(
      (one, other) =>
        rankOf(one) - rankOf(other) || one.localeCompare(other, 'en'),
    );
  return [...new Set([...given, ...others])];
}

/**
 * Divides clusters into stages, each of which begins when the one before is
 * done: environment by environment, and not more than `atOnce` at a time. Pure.
 */
export function planWaves<T extends PlannedCluster>(
  clusters: readonly T[],
  options: { environments?: readonly string[]; atOnce: number },
): WaveStage<T>[] {
  const names = [...new Set(clusters.map(({ environment }) => environment))];
  return orderEnvironments(names, options.environments).flatMap(environment => {
    const own = clusters
      .filter(cluster => cluster.environment === environment)
      .sort((one, other) => one.cluster.localeCompare(other.cluster, 'en'));
    const count = Math.ceil(own.length / options.atOnce);
    return Array.from({ length: count }, (_, index) => ({
      environment,
      clusters: own.slice(index * options.atOnce, (index + 1) * options.atOnce),
    }));
  });
}
