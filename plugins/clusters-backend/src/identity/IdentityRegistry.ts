import type { FoundCluster } from '../discovery/KnownCluster';
import type { ClusterIdentity } from './ClusterIdentity';
import { nameKey } from './clusterOrder';
import { doubtOfOwner } from './doubtOfOwner';
import { IdentityIndex } from './IdentityIndex';
import { isSameCluster } from './isSameCluster';

/**
 * A cluster that returns after a longer absence counts as a newcomer to its
 * name.
 */
const NAME_KEPT_MS = 15 * 60_000;

/** The stored identities, together with the changes to store next. */
export class IdentityRegistry {
  readonly #now: number;
  readonly #newId: () => string;
  readonly #index = new IdentityIndex();
  /** Keys of identities whose clusters were found in this discovery. */
  readonly #found = new Set<string>();
  readonly #changed = new Set<string>();
  #lastNumber = 0;
  /** Identities that turned out to be another identity's cluster. */
  readonly merged: { from: string; into: string }[] = [];

  /**
   * @param now - the database's clock, in milliseconds since 1970
   * @param newId - makes the key of a cluster that was never seen before
   */
  constructor(
    stored: readonly ClusterIdentity[],
    now: number,
    newId: () => string,
  ) {
    this.#now = now;
    this.#newId = newId;
    for (const identity of stored) {
      this.#index.put(identity);
      this.#lastNumber = Math.max(this.#lastNumber, identity.number);
    }
  }

  /** Identities that are new or changed. */
  get changed(): ClusterIdentity[] {
    return [...this.#changed].map(id => this.get(id));
  }

  /** Identities whose history is hidden from everybody. */
  get setAside(): ClusterIdentity[] {
    return this.#index.all.filter(({ setAside }) => setAside);
  }

  /** @throws when no identity has this key */
  get(id: string): ClusterIdentity {
    return this.#index.get(id);
  }

  /**
   * Determines the identity of a cluster. When several descriptions are of one
   * cluster, the identity takes its fields from the first.
   *
   * @param isAlone - whether no other cluster has its name
   * @returns the key of its identity
   */
  identify(cluster: FoundCluster, isAlone: boolean): string {
    const twin = this.#twinOf(cluster);
    if (twin) {
      return twin.id;
    }
    const known = this.#ofArn(cluster) ?? this.#ofEndpoint(cluster);
    const here = this.#atPlace(cluster);
    const identity =
      known ??
      here[0] ??
      this.#leftOfName(cluster, isAlone) ??
      this.#add(cluster);
    this.#found.add(identity.id);
    this.#update(identity, cluster);
    here
      .filter(other => other.id !== identity.id && isEarlier(other, identity))
      .forEach(other => this.#merge(other, identity));
    return identity.id;
  }

  /**
   * Marks the identities that were not found; called after all clusters are
   * identified.
   */
  markGone(): void {
    for (const identity of this.#index.all) {
      if (!this.#found.has(identity.id) && identity.goneSince === undefined) {
        this.#change({ ...identity, goneSince: this.#now });
      }
    }
  }

  /** The identity of a cluster found before that has the same API server. */
  #twinOf({ endpoint }: FoundCluster): ClusterIdentity | undefined {
    return this.#index
      .withEndpoint(endpoint)
      .find(({ id }) => this.#found.has(id));
  }

  #ofArn(cluster: FoundCluster): ClusterIdentity | undefined {
    return this.#index
      .withArn(cluster.arn)
      .find(identity => this.#canBe(identity, cluster));
  }

  #ofEndpoint(cluster: FoundCluster): ClusterIdentity | undefined {
    const hasOtherArn = ({ arn }: ClusterIdentity) =>
      arn !== undefined && cluster.arn !== undefined && arn !== cluster.arn;
    return this.#index
      .withEndpoint(cluster.endpoint)
      .find(
        identity => this.#canBe(identity, cluster) && !hasOtherArn(identity),
      );
  }

  #atPlace(cluster: FoundCluster): ClusterIdentity[] {
    return this.#index
      .withPlace(cluster.place)
      .filter(
        identity =>
          this.#canBe(identity, cluster) && identity.arn === undefined,
      );
  }

  #canBe(identity: ClusterIdentity, cluster: FoundCluster): boolean {
    return !this.#found.has(identity.id) && isSameCluster(identity, cluster);
  }

  /**
   * The data that an older version stored under a name belongs to the cluster
   * of that name. When it may belong to another cluster, it is set aside and
   * shown to nobody.
   */
  #leftOfName(
    cluster: FoundCluster,
    isAlone: boolean,
  ): ClusterIdentity | undefined {
    const left = this.#index.leftOf(cluster.name);
    if (!left || left.setAside || this.#found.has(left.id)) {
      return undefined;
    }
    const doubt = doubtOfOwner(left, cluster, isAlone);
    if (doubt) {
      this.#change({ ...left, setAside: doubt });
      return undefined;
    }
    return left;
  }

  #add(cluster: FoundCluster): ClusterIdentity {
    this.#lastNumber += 1;
    const { name, entityRef, owner, source, place, arn, endpoint } = cluster;
    const identity = {
      ...{
        id: this.#newId(),
        number: this.#lastNumber,
        name,
        entityRef,
        owner,
      },
      ...{ source, place, arn, endpoint, namedSince: this.#now },
      ...{ goneSince: undefined, setAside: undefined },
    };
    this.#change(identity);
    return identity;
  }

  #update(identity: ClusterIdentity, cluster: FoundCluster): void {
    const { name, entityRef, owner, source, place } = cluster;
    const wasAway =
      identity.goneSince !== undefined &&
      this.#now - identity.goneSince > NAME_KEPT_MS;
    const isRenamed = nameKey(name) !== nameKey(identity.name);
    const updated = {
      ...{ ...identity, name, entityRef, owner, source, place },
      arn: cluster.arn ?? identity.arn,
      endpoint: cluster.endpoint ?? identity.endpoint,
      namedSince: wasAway || isRenamed ? this.#now : identity.namedSince,
      goneSince: undefined,
    };
    if (JSON.stringify(updated) !== JSON.stringify(identity)) {
      this.#change(updated);
    }
  }

  #merge(from: ClusterIdentity, into: ClusterIdentity): void {
    this.merged.push({ from: from.id, into: into.id });
    this.#index.delete(from.id);
    this.#changed.delete(from.id);
  }

  #change(identity: ClusterIdentity): void {
    this.#changed.add(identity.id);
    this.#index.put(identity);
  }
}

/**
 * Whether `here` is the same cluster as `known` at a time when less was known
 * of it.
 */
function isEarlier(here: ClusterIdentity, known: ClusterIdentity): boolean {
  return here.endpoint === undefined || here.endpoint === known.endpoint;
}
