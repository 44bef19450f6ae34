import {
  cidrContains,
  DISCOVERY_TAG,
  tryParseCidr,
} from '@clusterworks/plugin-clusters-spec';
import type { ImportFacts } from '../ImportFacts';

/**
 * The zones of the nodes of a VPC that the blueprint made. It gives the first
 * block of the range to the first zone, so the addresses tell the order.
 */
export function nodeZones({ aws }: ImportFacts): {
  names: string[];
  isPublic: boolean;
} {
  const range = tryParseCidr(aws.vpc.CidrBlock);
  const subnets = aws.subnets
    .filter(({ Tags }) => Tags[DISCOVERY_TAG] === aws.cluster.name)
    .flatMap(subnet => {
      const cidr = tryParseCidr(subnet.CidrBlock);
      return cidr && range && cidrContains(range, cidr)
        ? [{ subnet, cidr }]
        : [];
    })
    .sort((left, right) => left.cidr.first - right.cidr.first);
  return {
    names: [...new Set(subnets.map(({ subnet }) => subnet.AvailabilityZone))],
    isPublic: subnets.some(({ subnet }) => subnet.MapPublicIpOnLaunch === true),
  };
}
