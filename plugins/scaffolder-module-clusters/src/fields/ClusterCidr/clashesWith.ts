import { type Cidr, tryParseCidr } from '@clusterworks/plugin-clusters-spec';
import { type AddressBlock, blocksIn } from './addressBlocks';

/**
 * The blocks of other clusters, and those of open pull requests, that a range
 * shares addresses with. What the configuration reserves is no cluster.
 *
 * @param name - the cluster that is to have the range
 */
export function clashesWith(
  value: string | undefined,
  blocks: readonly AddressBlock[],
  name: unknown,
): AddressBlock[] {
  const cidr = value === undefined ? undefined : tryParseCidr(value);
  return cidr
    ? blocksIn(cidr, blocks).filter(
        block => block.kind !== 'reserved' && block.name !== name,
      )
    : [];
}

/**
 * Whether a cluster with the block may be in the VPC that has the range. Whether
 * the VPC of a new cluster exists already, only the server knows.
 */
export function mayBeSameVpc(cidr: Cidr, block: AddressBlock): boolean {
  return (
    block.kind === 'cluster' &&
    block.cidr.first === cidr.first &&
    block.cidr.prefix === cidr.prefix
  );
}
