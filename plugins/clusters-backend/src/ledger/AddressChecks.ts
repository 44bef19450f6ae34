import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  type AddressCheck,
  addressCheckOf,
  type OverlapPolicy,
  PULLS_UNKNOWN,
} from '@clusterworks/plugin-clusters-changes-node';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import type { FleetStore } from '../fleet/FleetStore';
import type { ClusterAccess } from '../permissions/ClusterAccess';
import { nodeAndPodRanges } from './nodeAndPodRanges';
import type { Reservations } from './Reservations';
import { whyRangesUnknown } from './whyRangesUnknown';

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
    const visibility = await this.#access.visibilityFor(credentials);
    const { reservations = [], reservationsUnknown } =
      await this.#reservations.read(true);
    return addressCheckOf(
      spec,
      {
        clusters: this.#fleet.entries.map(({ cluster }) => ({
          name: cluster.name,
          ranges: nodeAndPodRanges(cluster),
          hasUnknown: whyRangesUnknown(cluster) !== undefined,
          isVisible: visibility.sees(cluster),
        })),
        proposals: reservations.flatMap(({ name, cidr, pullRequest }) =>
          pullRequest
            ? {
                ...{ cluster: name, cidr, url: pullRequest.url },
                isVisible: visibility.seesAll,
              }
            : [],
        ),
        reasons: reservationsUnknown
          ? [visibility.seesAll ? reservationsUnknown : PULLS_UNKNOWN]
          : [],
      },
      { policy: this.#policy, acknowledgement },
    );
  }
}
