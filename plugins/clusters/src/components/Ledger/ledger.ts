import {
  type Measure,
  type NodePoolView,
  type ResourceLedger,
  shareMeasure,
} from '@clusterworks/plugin-clusters-common';

/** The ledger of one resource of a pool, if it keeps one. */
export function ledgerOf(
  pool: NodePoolView,
  resource: string,
): ResourceLedger | undefined {
  return pool.resources.find(entry => entry.resource === resource);
}

/** What is left of a limit; `undefined` when there is no limit. */
export function leftOf(entry: ResourceLedger): Measure | undefined {
  const { limit, provisioned } = entry;
  if (limit === undefined) {
    return undefined;
  }
  switch (provisioned.certainty) {
    case 'unknown':
      return provisioned;
    // A lower bound of the provisioned amount gives an upper bound of what is
    // left.
    case 'atLeast':
      return { certainty: 'atMost', value: limit - provisioned.value };
    case 'atMost':
      return { certainty: 'atLeast', value: limit - provisioned.value };
    default:
      return { ...provisioned, value: limit - provisioned.value };
  }
}

/** The provisioned share of a limit; `undefined` when there is no limit. */
export function provisionedShare(entry: ResourceLedger): Measure | undefined {
  return entry.limit === undefined || entry.limit <= 0
    ? undefined
    : shareMeasure(entry.provisioned, {
        certainty: 'exact',
        value: entry.limit,
      });
}
