import type { ClusterIdentity } from './ClusterIdentity';
import { nameKey } from './clusterOrder';

/** Finds identities by ARN, place or endpoint; those first seen come first. */
export class IdentityIndex {
  readonly #identities = new Map<string, ClusterIdentity>();
  // Old keys of an identity stay in these maps; each look-up compares the
  // current value.
  readonly #byArn = new Map<string, Set<string>>();
  readonly #byPlace = new Map<string, Set<string>>();
  readonly #byEndpoint = new Map<string, Set<string>>();
  /** Identities from older versions, which knew clusters by name only. */
  readonly #leftByName = new Map<string, string>();

  get all(): ClusterIdentity[] {
    return [...this.#identities.values()];
  }

  /** @throws when no identity has this key */
  get(id: string): ClusterIdentity {
    const identity = this.#identities.get(id);
    if (!identity) {
      throw new Error(`There is no cluster with the key ${id}`);
    }
    return identity;
  }

  put(identity: ClusterIdentity): void {
    const { id, name, place, arn, endpoint } = identity;
    this.#identities.set(id, identity);
    addTo(this.#byArn, arn, id);
    addTo(this.#byPlace, place, id);
    addTo(this.#byEndpoint, endpoint, id);
    if (place === undefined) {
      this.#leftByName.set(nameKey(name), id);
    }
  }

  delete(id: string): void {
    this.#identities.delete(id);
  }

  withArn(arn: string | undefined): ClusterIdentity[] {
    return this.#of(this.#byArn, arn).filter(each => each.arn === arn);
  }

  withPlace(place: string): ClusterIdentity[] {
    return this.#of(this.#byPlace, place).filter(each => each.place === place);
  }

  withEndpoint(endpoint: string | undefined): ClusterIdentity[] {
    return this.#of(this.#byEndpoint, endpoint).filter(
      each => each.endpoint === endpoint,
    );
  }

  /**
   * The identity that an older version, which knew only names, stored under a
   * name.
   */
  leftOf(name: string): ClusterIdentity | undefined {
    const id = this.#leftByName.get(nameKey(name));
    return id === undefined ? undefined : this.#identities.get(id);
  }

  #of(
    index: ReadonlyMap<string, ReadonlySet<string>>,
    key: string | undefined,
  ): ClusterIdentity[] {
    const ids = key === undefined ? undefined : index.get(key);
    return [...(ids ?? [])]
      .flatMap(id => this.#identities.get(id) ?? [])
      .filter(({ setAside }) => !setAside)
      .sort((left, right) => left.number - right.number);
  }
}

function addTo(
  index: Map<string, Set<string>>,
  key: string | undefined,
  id: string,
): void {
  if (key !== undefined) {
    index.set(key, (index.get(key) ?? new Set()).add(id));
  }
}
