import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type AddressCheck,
  addressCheckOf,
  type OverlapPolicy,
  type ProposedRanges,
  PULLS_UNKNOWN,
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
    const [all, seen, proposed] = await Promise.all([
      this.#everyCluster(),
      // Without an answer, the requester sees none.
      this.#clusters(async () => requester).catch(() => []),
      this.#proposed?.read(),
    ]);
    const visible = new Set(seen.map(stringifyEntityRef));
    return addressCheckOf(
      spec,
      {
        clusters: (all ?? []).map(entity => ({
          name: entity.metadata.name,
          ranges: rangesOf(entity),
          hasUnknown: !isReadable(entity),
          isVisible: visible.has(stringifyEntityRef(entity)),
        })),
        // Nobody knows yet who may see a cluster that is not merged.
        proposals: (proposed?.ranges ?? []).map(({ cluster, cidr }) => ({
          ...{ cluster, cidr },
          isVisible: false,
        })),
        reasons: [
          ...(all ? [] : [CATALOG_UNKNOWN]),
          // What GitHub says may name clusters that the requester may not see.
          ...(proposed?.problems.length ? [PULLS_UNKNOWN] : []),
        ],
      },
      { policy: this.#policy, acknowledgement },
    );
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
