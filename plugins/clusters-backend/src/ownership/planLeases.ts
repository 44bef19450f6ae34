import type { Lease, LeasePlan, LeaseView } from './LeasePlan';

/** A backend while clusters are distributed, with what it will have then. */
interface Share {
  id: string;
  work: number;
  /** The part of it that nobody reads, or will read soon. */
  urgent: number;
  plan: LeasePlan;
}

/** How much work each cluster is. */
type Weights = ReadonlyMap<string, number>;

/**
 * Distributes the clusters that nobody reads, and those of backends that leave,
 * evenly to all, so that they are read soon. After that, what a backend has
 * beyond its share moves to those that have less, until each has the same share
 * of the work.
 *
 * Every backend computes the plan of all of them from the same leases, and
 * carries out its own part, so that they rarely want the same cluster. A
 * backend keeps at least its share, so clusters move a limited number of times.
 *
 * @returns the plan of each backend that does not leave, by its id
 */
export function planLeases(view: LeaseView): Map<string, LeasePlan> {
  const weights = new Map(
    view.clusters.map(cluster => [cluster, view.weigh(cluster)]),
  );
  const shares: Share[] = view.backends
    .filter(({ leaving }) => !leaving)
    .map(({ id }) => ({
      id,
      work: 0,
      urgent: 0,
      plan: { claim: [], inherit: [], move: [] },
    }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  const leases = view.leases.filter(({ identity }) => weights.has(identity));
  if (shares.length > 0) {
    distribute(shares, leases, weights);
  }
  return new Map(shares.map(({ id, plan }) => [id, plan]));
}

function distribute(
  shares: readonly Share[],
  leases: readonly Lease[],
  weights: Weights,
): void {
  const byId = new Map(shares.map(share => [share.id, share]));
  for (const lease of leases) {
    const share = byId.get(holderOf(lease) ?? '');
    if (share) {
      share.work += weightOf(lease.identity, weights);
    }
  }
  const held = new Set(leases.filter(holderOf).map(({ identity }) => identity));
  const free = [...weights.keys()].filter(cluster => !held.has(cluster));
  for (const cluster of heaviestFirst(free, weights)) {
    addUrgent(shares, 'claim', cluster, weights);
  }
  const single = leases.filter(({ expired, heir }) => !expired && !heir);
  const left = single.filter(({ owner }) => !byId.has(owner));
  for (const cluster of heaviestFirst(left.map(identityOf), weights)) {
    addUrgent(shares, 'inherit', cluster, weights);
  }
  if (free.length + left.length === 0) {
    const owned = new Map(
      single.map(({ identity, owner }) => [identity, byId.get(owner)]),
    );
    even(shares, owned, weights);
  }
}

/** Moves what backends have beyond their shares to those that have less. */
function even(
  shares: readonly Share[],
  owned: ReadonlyMap<string, Share | undefined>,
  weights: Weights,
): void {
  const sum = [...weights.values()].reduce((total, each) => total + each, 0);
  const fair = sum / shares.length;
  const isSpare = (cluster: string) =>
    (owned.get(cluster)?.work ?? 0) - weightOf(cluster, weights) >= fair;
  const spare = [...owned.keys()].filter(isSpare);
  for (const cluster of heaviestFirst(spare, weights)) {
    const from = owned.get(cluster);
    const to = leastOf(shares, ({ work }) => work);
    if (from && isSpare(cluster) && to.work < fair) {
      from.work -= weightOf(cluster, weights);
      add(to, 'move', cluster, weights);
    }
  }
}

/** The backend that a cluster counts for; none when anybody may claim it. */
function holderOf({ owner, expired, heir }: Lease): string | undefined {
  return heir ?? (expired ? undefined : owner);
}

function identityOf({ identity }: Lease): string {
  return identity;
}

function weightOf(cluster: string, weights: Weights): number {
  return weights.get(cluster) ?? 0;
}

function add(
  share: Share,
  kind: keyof LeasePlan,
  cluster: string,
  weights: Weights,
): void {
  share.work += weightOf(cluster, weights);
  share.plan[kind].push(cluster);
}

function addUrgent(
  shares: readonly Share[],
  kind: keyof LeasePlan,
  cluster: string,
  weights: Weights,
): void {
  const share = leastOf(shares, ({ urgent }) => urgent);
  share.urgent += weightOf(cluster, weights);
  add(share, kind, cluster, weights);
}

/** The backend with the least of something; of several, with the least work. */
function leastOf(
  shares: readonly Share[],
  of: (share: Share) => number,
): Share {
  return shares.reduce((least, share) =>
    of(share) < of(least) ||
    (of(share) === of(least) && share.work < least.work)
      ? share
      : least,
  );
}

/** Heaviest first, so that small clusters even out what large ones leave. */
function heaviestFirst(
  clusters: readonly string[],
  weights: Weights,
): string[] {
  return [...clusters].sort(
    (left, right) =>
      weightOf(right, weights) - weightOf(left, weights) ||
      (left < right ? -1 : 1),
  );
}
