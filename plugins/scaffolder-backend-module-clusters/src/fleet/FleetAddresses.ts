import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CLUSTER_ENTITY_TYPE,
  clusterAnnotations,
} from '@clusterworks/plugin-clusters-common';
import {
  cidrsOverlap,
  ClusterSpec,
  tryParseCidr,
} from '@clusterworks/plugin-clusters-spec';

/** Something to think about before a cluster is created. */
export interface Warning {
  code: string;
  message: string;
}

/** The address blocks of the fleet, as the catalog knows them. */
export class FleetAddresses {
  constructor(private readonly catalog: Pick<CatalogService, 'getEntities'>) {}

  /**
   * One warning for each block of another cluster that the spec's blocks share
   * addresses with. Not an error: VPCs that never meet may overlap. Never
   * throws; a catalog that cannot be asked is a warning too.
   */
  async warningsFor(
    spec: ClusterSpec,
    credentials: BackstageCredentials,
  ): Promise<Warning[]> {
    const { vpcCidr, secondaryCidrs = [] } = spec.spec.network;
    try {
      const others = await this.#blocks(spec.metadata.name, credentials);
      return [vpcCidr, ...secondaryCidrs].flatMap(wanted =>
        others
          .filter(({ text }) => overlap(wanted, text))
          .map(({ text, cluster }) => ({
            code: 'cidr-overlap',
            message: `${wanted} overlaps ${text} of ${cluster}: their VPCs can never be connected`,
          })),
      );
    } catch {
      const message =
        'the catalog could not be asked whether the addresses are free';
      return [{ code: 'cidr-unchecked', message }];
    }
  }

  async #blocks(ownName: string, credentials: BackstageCredentials) {
    const { items } = await this.catalog.getEntities(
      {
        filter: { kind: 'Resource', 'spec.type': CLUSTER_ENTITY_TYPE },
        fields: ['metadata.name', 'metadata.annotations'],
      },
      { credentials },
    );
    return items
      .filter(({ metadata }) => metadata.name !== ownName)
      .flatMap(({ metadata }) =>
        (metadata.annotations?.[clusterAnnotations.vpcCidrs] ?? '')
          .split(',')
          .filter(Boolean)
          .map(text => ({ text: text.trim(), cluster: metadata.name })),
      );
  }
}

function overlap(a: string, b: string): boolean {
  const one = tryParseCidr(a);
  const other = tryParseCidr(b);
  return Boolean(one && other && cidrsOverlap(one, other));
}
