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
  PULLS_UNKNOWN,
  SOME_UNKNOWN,
  uncheckedOf,
} from '@clusterworks/plugin-clusters-changes-node';
import {
  CLUSTER_ENTITY_TYPE,
  clusterAnnotations,
} from '@clusterworks/plugin-clusters-common';
import { withDeadline } from '@clusterworks/plugin-clusters-node';
import {
  type ClusterSpec,
  tryParseCidr,
} from '@clusterworks/plugin-clusters-spec';

/** The ranges of nodes and pods, which no two clusters should share. */
const OWN = [clusterAnnotations.vpcCidrs, clusterAnnotations.podCidrs];

/** The catalog answers from its database; a task does not wait longer. */
const CATALOG_MS = 15_000;
const CATALOG_UNKNOWN =
  'the catalog could not be asked whether the addresses are free';

type Fleet = {
  own: string[];
  others: OtherRange[];
  /** Whether another cluster has the name, which the requester does not see. */
  isNameTaken: boolean;
  /** Why ranges may be missing. */
  reasons: string[];
};

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
    const { name } = spec.metadata;
    const [all, seen, proposed] = await Promise.all([
      this.#everyCluster(),
      // Without an answer, the requester sees none.
      this.#clusters(async () => requester).catch(() => []),
      this.#proposed?.read(),
    ]);
    const fleet = fleetOf(name, all, seen);
    const known = new Set(
      all?.flatMap(entity =>
        rangesOf(entity).map(cidr => `${entity.metadata.name} ${cidr}`),
      ),
    );
    const asked = (proposed?.ranges ?? [])
      .filter(({ cluster }) => fleet.isNameTaken || cluster !== name)
      .filter(({ cluster, cidr }) => !known.has(`${cluster} ${cidr}`))
      // Nobody knows yet who may see a cluster that is not merged.
      .map(({ cidr }): OtherRange => ({ cidr, proposal: {} }));
    return {
      ...{ policy: this.#policy, acknowledgement },
      overlaps: overlapsOf(spec, [...fleet.others, ...asked]),
      ownRanges: fleet.own,
      ...uncheckedOf([
        ...fleet.reasons,
        // What GitHub says may name clusters that the requester may not see.
        ...(proposed?.problems.length ? [PULLS_UNKNOWN] : []),
      ]),
    };
  }

  async #everyCluster(): Promise<Entity[] | undefined> {
    try {
      return await this.#clusters(() => this.#auth.getOwnServiceCredentials());
    } catch {
      return undefined;
    }
  }

  async #clusters(
    credentials: () => Promise<BackstageCredentials>,
  ): Promise<Entity[]> {
    const ask = async () =>
      this.#catalog.getEntities(
        {
          filter: { kind: 'Resource', 'spec.type': CLUSTER_ENTITY_TYPE },
          fields: [
            'kind',
            'metadata.namespace',
            'metadata.name',
            'metadata.annotations',
          ],
        },
        { credentials: await credentials() },
      );
    const { items } = await withDeadline(ask(), CATALOG_MS, 'the catalog');
    return items;
  }
}

/**
 * Ranges of all other clusters, with the names of those that the requester may
 * see. A cluster is its own only if the requester sees it: the name alone is no
 * right to its ranges.
 */
function fleetOf(
  ownName: string,
  all: readonly Entity[] | undefined,
  seen: readonly Entity[],
): Fleet {
  const visible = new Set(seen.map(stringifyEntityRef));
  const isVisible = (entity: Entity) => visible.has(stringifyEntityRef(entity));
  const isOwn = (entity: Entity) =>
    entity.metadata.name === ownName && isVisible(entity);
  const others = all?.filter(entity => !isOwn(entity)) ?? [];
  return {
    own: all?.filter(isOwn).flatMap(rangesOf) ?? [],
    others: others.flatMap(entity =>
      rangesOf(entity).map(cidr => ({
        cidr,
        cluster: isVisible(entity) ? entity.metadata.name : undefined,
      })),
    ),
    isNameTaken: others.some(({ metadata }) => metadata.name === ownName),
    reasons: [
      ...(all ? [] : [CATALOG_UNKNOWN]),
      ...(others.every(isReadable) ? [] : [SOME_UNKNOWN]),
    ],
  };
}

/** Whether the ranges of a VPC are there, and none that cannot be read. */
function isReadable(entity: Entity): boolean {
  return (
    Boolean(entity.metadata.annotations?.[clusterAnnotations.vpcCidrs]) &&
    rangesOf(entity).every(cidr => tryParseCidr(cidr) !== undefined)
  );
}

function rangesOf({ metadata }: Entity): string[] {
  return OWN.flatMap(name =>
    (metadata.annotations?.[name] ?? '')
      .split(',')
      .map(text => text.trim())
      .filter(Boolean),
  );
}
