import {
  type Quantity,
  quantityToString,
} from '@clusterworks/plugin-clusters-spec';

const GIB = BigInt(1024 ** 3) * BigInt(1_000_000_000);

/**
 * An amount as people write it in limits: memory in whole GiB, rounded up, so
 * that the written limit is enough.
 */
export function writtenAmount(resource: string, amount: Quantity): string {
  return resource === 'memory'
    ? `${(amount.nano + GIB - BigInt(1)) / GIB}Gi`
    : quantityToString(amount);
}
