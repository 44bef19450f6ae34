import { cidrSize, tryParseCidr } from '@clusterworks/plugin-clusters-spec';

/** First and last addresses and the like that AWS keeps in every subnet. */
export const awsReservedPerSubnet = 5;

/** Number of addresses of an IPv4 block; `undefined` for anything else. */
export function ipv4BlockSize(cidr: string): number | undefined {
  const block = tryParseCidr(cidr);
  return block && cidrSize(block);
}

/**
 * Addresses of a subnet that instances can have: the block less the five that
 * AWS reserves. `undefined` when the block is not an IPv4 subnet of AWS
 * (/16 to /28).
 */
export function usableSubnetAddresses(cidr: string): number | undefined {
  const size = ipv4BlockSize(cidr);
  if (size === undefined || size < 16 || size > 65536) {
    return undefined;
  }
  return size - awsReservedPerSubnet;
}
