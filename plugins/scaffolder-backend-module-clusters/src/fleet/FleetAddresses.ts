import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { RenderWarning } from '@clusterworks/plugin-clusters-blueprint';
import {
  CLUSTER_ENTITY_TYPE,
  clusterAnnotations,
} from '@clusterworks/plugin-clusters-common';
import type { ClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { cidrsOverlap, tryParseCidr } from '@clusterworks/plugin-clusters-spec';

const HIDDEN = 'addresses of a cluster that you may not see';

/** The address blocks of the fleet, as the catalog knows them. */
export class FleetAddresses {
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  readonly #catalog: Pick<CatalogService, 'getEntities'>;

  constructor(options: {
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    catalog: Pick<CatalogService, 'getEntities'>;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  /**
   * One warning for each block of another cluster that overlaps a block of the
   * spec. All clusters that the requester may not see share one warning for
   * each block of the spec, which tells nothing about them. An overlap is no
   * error, because VPCs that are never connected may overlap. Never throws: a
   * catalog that does not answer is a warning too.
   *
   * @param requester - whose rights decide which clusters are named
   */
  async warningsFor(
    spec: ClusterSpec,
    requester: BackstageCredentials,
  ): Promise<RenderWarning[]> {
    const { vpcCidr, secondaryCidrs = [] } = spec.spec.network;
    try {
      const others = await this.#blocks(spec.metadata.name, requester);
      return [vpcCidr, ...secondaryCidrs].flatMap(wanted => {
        const whose = others
          .filter(({ text }) => overlap(wanted, text))
          .map(({ text, cluster }) =>
            cluster ? `${text} of ${cluster}` : HIDDEN,
          );
        return [...new Set(whose)].map(what => ({
          code: 'cidr-overlap',
          message: `${wanted} overlaps ${what}: their VPCs can never be connected`,
        }));
      });
    } catch {
      const message =
        'the catalog could not be asked whether the addresses are free';
      return [{ code: 'cidr-unchecked', message }];
    }
  }

  /**
   * Blocks of all other clusters, with the names of those that the requester
   * may see.
   */
  async #blocks(ownName: string, requester: BackstageCredentials) {
    const [all, seen] = await Promise.all([
      this.#clusters(await this.#auth.getOwnServiceCredentials()),
      this.#clusters(requester),
    ]);
    const visible = new Set(seen.map(stringifyEntityRef));
    return all
      .filter(({ metadata }) => metadata.name !== ownName)
      .flatMap(entity => {
        const { name, annotations } = entity.metadata;
        const cluster = visible.has(stringifyEntityRef(entity))
          ? name
          : undefined;
        return (annotations?.[clusterAnnotations.vpcCidrs] ?? '')
          .split(',')
          .filter(Boolean)
          .map(text => ({ text: text.trim(), cluster }));
      });
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

function overlap(a: string, b: string): boolean {
  const one = tryParseCidr(a);
  const other = tryParseCidr(b);
  return Boolean(one && other && cidrsOverlap(one, other));
}
