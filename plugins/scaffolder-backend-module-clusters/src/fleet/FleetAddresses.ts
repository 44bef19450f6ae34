import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type AddressCheck,
  type OtherRange,
  type OverlapPolicy,
  overlapsOf,
  type ProposedRanges,
} from '@clusterworks/plugin-clusters-changes-node';
import {
  CLUSTER_ENTITY_TYPE,
  clusterAnnotations,
} from '@clusterworks/plugin-clusters-common';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';

/** The ranges of nodes and pods, which no two clusters should share. */
const OWN = [clusterAnnotations.vpcCidrs, clusterAnnotations.podCidrs];

type Fleet = { own: string[]; others: OtherRange[] };

/** The addresses of the fleet, as the catalog and open pull requests say. */
export class FleetAddresses {
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  readonly #catalog: Pick<CatalogService, 'getEntities'>;
  readonly #proposed?: Pick<ProposedRanges, 'read'>;
  readonly #policy: OverlapPolicy;

  constructor(options: {
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    catalog: Pick<CatalogService, 'getEntities'>;
    /** Without it, open pull requests are not looked at. */
    proposed?: Pick<ProposedRanges, 'read'>;
    policy: OverlapPolicy;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#proposed = options.proposed;
    this.#policy = options.policy;
  }

  /**
   * With which clusters the ranges of a spec overlap. All clusters that the
   * requester may not see are one, of which nothing is told. Never throws: a
   * catalog that does not answer is a reason why overlaps may be missing.
   *
   * @param requester - whose rights decide which clusters are named
   * @param acknowledgement - why the requester wants an overlap all the same
   */
  async check(
    spec: ClusterSpec,
    requester: BackstageCredentials,
    acknowledgement?: string,
  ): Promise<AddressCheck> {
    const known = { policy: this.#policy, acknowledgement };
    try {
      const [fleet, proposed] = await Promise.all([
        this.#fleet(spec.metadata.name, requester),
        this.#proposed?.read(),
      ]);
      const asked = (proposed?.ranges ?? [])
        .filter(({ cluster }) => cluster !== spec.metadata.name)
        // Nobody knows yet who may see a cluster that is not merged.
        .map(({ cidr }): OtherRange => ({ cidr, proposal: {} }));
      return {
        ...known,
        overlaps: overlapsOf(spec, [...fleet.others, ...asked]),
        ownRanges: fleet.own,
        ...(proposed?.problems.length
          ? { unchecked: proposed.problems.join('; ') }
          : {}),
      };
    } catch {
      const unchecked =
        'the catalog could not be asked whether the addresses are free';
      return { ...known, overlaps: [], ownRanges: [], unchecked };
    }
  }

  /**
   * Ranges of all other clusters, with the names of those that the requester
   * may see.
   */
  async #fleet(
    ownName: string,
    requester: BackstageCredentials,
  ): Promise<Fleet> {
    const [all, seen] = await Promise.all([
      this.#clusters(await this.#auth.getOwnServiceCredentials()),
      this.#clusters(requester),
    ]);
    const visible = new Set(seen.map(stringifyEntityRef));
    const fleet: Fleet = { own: [], others: [] };
    for (const entity of all) {
      const { name } = entity.metadata;
      if (name === ownName) {
        fleet.own.push(...rangesOf(entity));
      } else {
        const isVisible = visible.has(stringifyEntityRef(entity));
        fleet.others.push(
          ...rangesOf(entity).map(cidr => ({
            ...{ cidr, cluster: isVisible ? name : undefined },
          })),
        );
      }
    }
    return fleet;
  }

  async #clusters(credentials: BackstageCredentials): Promise<Entity[]> {
    const { items } = await this.#catalog.getEntities(
      {
        filter: { kind: 'Resource', 'spec.type': CLUSTER_ENTITY_TYPE },
        fields: [
          'kind',
          'metadata.namespace',
          'metadata.name',
          'metadata.annotations',
        ],
      },
      { credentials },
    );
    return items;
  }
}

function rangesOf({ metadata }: Entity): string[] {
  return OWN.flatMap(name =>
    (metadata.annotations?.[name] ?? '')
      .split(',')
      .map(text => text.trim())
      .filter(Boolean),
  );
}
