import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type AddressCheck,
  type OtherRange,
  type OverlapPolicy,
  overlapsOf,
  PULLS_UNKNOWN,
  SOME_UNKNOWN,
  uncheckedOf,
} from '@clusterworks/plugin-clusters-changes-node';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { FleetStore } from '../fleet/FleetStore';
import type { ClusterAccess, Visibility } from '../permissions/ClusterAccess';
import { nodeAndPodRanges } from './nodeAndPodRanges';
import type { Reservations } from './Reservations';
import { whyRangesUnknown } from './whyRangesUnknown';
import { withoutKnown } from './withoutKnown';

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
    // A name alone is no right to the ranges of whoever has it.
    const isOwn = (cluster: KnownCluster) =>
      cluster.name === name && visibility.sees(cluster);
    const others = clusters.filter(cluster => !isOwn(cluster));
    const isTaken = others.some(cluster => cluster.name === name);
    const { reservations = [], reservationsUnknown } =
      await this.#reservations.read(true);
    const proposed = withoutKnown(reservations, clusters)
      .filter(each => each.pullRequest && (isTaken || each.name !== name))
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
        ...others.flatMap(cluster => othersOf(cluster, visibility)),
        ...proposed,
      ]),
      ownRanges: clusters.filter(isOwn).flatMap(nodeAndPodRanges),
      ...uncheckedOf([
        ...(others.some(whyRangesUnknown) ? [SOME_UNKNOWN] : []),
        ...(reservationsUnknown
          ? [visibility.seesAll ? reservationsUnknown : PULLS_UNKNOWN]
          : []),
      ]),
    };
  }
}

function othersOf(cluster: KnownCluster, visibility: Visibility): OtherRange[] {
  return nodeAndPodRanges(cluster).map(cidr => ({
    cidr,
    ...(visibility.sees(cluster) ? { cluster: cluster.name } : {}),
  }));
}
