import { cidrSize, tryParseCidr } from '@clusterworks/plugin-clusters-spec';

/** Addresses that AWS reserves in every subnet: the first four and the last. */
export const awsReservedPerSubnet = 5;

/** Number of addresses of an IPv4 block; `undefined` for anything else. */
export function ipv4BlockSize(cidr: string): number | undefined {
  const block = tryParseCidr(cidr);
  return block && cidrSize(block);
}

/**
 * Number of addresses in a subnet that instances can have: the block without
 * the five addresses that AWS reserves. `undefined` when the block is not a
 * valid IPv4 subnet of AWS (/16 to /28).
 */
export function usableSubnetAddresses(cidr: string): number | undefined {
  const size = ipv4BlockSize(cidr);
  if (size === undefined || size < 16 || size > 65536) {
    return undefined;
  }
  return size - awsReservedPerSubnet;
}
