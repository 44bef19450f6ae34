import type { KnownCluster } from '../discovery/KnownCluster';
import { nameKey } from '../identity/clusterOrder';

/** Finds the cluster with a name; names are compared without regard to case. */
export class FleetNames {
  readonly #holders = new Map<string, string>();
  /** Further names by which a cluster is described. */
  readonly #aliases = new Map<string, string>();

  /**
   * Key of the cluster that holds a name or, if there is none, has it as a
   * further name.
   */
  find(name: string): string | undefined {
    return this.holder(name) ?? this.#aliases.get(nameKey(name));
  }

  /** Key of the cluster that holds a name. */
  holder(name: string): string | undefined {
    return this.#holders.get(nameKey(name));
  }

  add(cluster: KnownCluster): void {
    this.#holders.set(nameKey(cluster.name), cluster.identity);
    for (const alias of aliasesOf(cluster)) {
      this.#aliases.set(alias, cluster.identity);
    }
  }

  remove(cluster: KnownCluster): void {
    forget(this.#holders, nameKey(cluster.name), cluster.identity);
    for (const alias of aliasesOf(cluster)) {
      forget(this.#aliases, alias, cluster.identity);
    }
  }
}

function aliasesOf({ otherClaims }: KnownCluster): string[] {
  return otherClaims
    .filter(({ reason }) => reason === 'sameCluster')
    .map(({ claimant }) => nameKey(claimant.name));
}

function forget(
  names: Map<string, string>,
  key: string,
  identity: string,
): void {
  if (names.get(key) === identity) {
    names.delete(key);
  }
}
