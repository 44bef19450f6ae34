import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type AddressCheck,
  type OtherRange,
  type OverlapPolicy,
  overlapsOf,
} from '@clusterworks/plugin-clusters-changes-node';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { FleetStore } from '../fleet/FleetStore';
import type { ClusterAccess, Visibility } from '../permissions/ClusterAccess';
import type { Reservations } from './Reservations';

/** Services and meshes are left out: clusters may have the same ones. */
const OWN: readonly string[] = ['vpc', 'secondary', 'pod'];

function rangesOf({ ranges }: KnownCluster): string[] {
  return ranges
    .filter(({ kind }) => OWN.includes(kind))
    .map(({ cidr }) => cidr);
}

/** Compares the addresses of a spec with those of the fleet. */
export class AddressChecks {
  readonly #access: Pick<ClusterAccess, 'visibilityFor'>;
  readonly #fleet: Pick<FleetStore, 'entries'>;
  readonly #reservations: Pick<Reservations, 'read'>;
  readonly #policy: OverlapPolicy;

  constructor(options: {
    access: Pick<ClusterAccess, 'visibilityFor'>;
    fleet: Pick<FleetStore, 'entries'>;
    reservations: Pick<Reservations, 'read'>;
    policy: OverlapPolicy;
  }) {
    this.#access = options.access;
    this.#fleet = options.fleet;
    this.#reservations = options.reservations;
    this.#policy = options.policy;
  }

  /**
   * With what the ranges of a spec overlap. Whoever may not see a cluster is
   * not told which one it is, nor its ranges.
   */
  async of(
    spec: ClusterSpec,
    credentials: BackstageCredentials,
    acknowledgement?: string,
  ): Promise<AddressCheck> {
    const { name } = spec.metadata;
    const visibility = await this.#access.visibilityFor(credentials);
    const clusters = this.#fleet.entries.map(({ cluster }) => cluster);
    const { reservations = [], reservationsUnknown } =
      await this.#reservations.read(true);
    const proposed = reservations
      .filter(each => each.pullRequest && each.name !== name)
      .map(
        ({ cidr, name: cluster, pullRequest }): OtherRange =>
          visibility.seesAll
            ? { cidr, cluster, proposal: { url: pullRequest?.url } }
            : { cidr, proposal: {} },
      );
    return {
      policy: this.#policy,
      acknowledgement,
      overlaps: overlapsOf(spec, [
        ...clusters.flatMap(cluster => othersOf(cluster, name, visibility)),
        ...proposed,
      ]),
      ownRanges: clusters
        .filter(cluster => cluster.name === name)
        .flatMap(rangesOf),
      ...(reservationsUnknown ? { unchecked: reservationsUnknown } : {}),
    };
  }
}

function othersOf(
  cluster: KnownCluster,
  name: string,
  visibility: Visibility,
): OtherRange[] {
  return cluster.name === name
    ? []
    : rangesOf(cluster).map(cidr => ({
        cidr,
        ...(visibility.sees(cluster) ? { cluster: cluster.name } : {}),
      }));
}
