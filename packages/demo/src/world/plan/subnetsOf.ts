import type { Subnet } from '@clusterworks/kube-fixtures';
import {
  cidrSize,
  formatCidr,
  parseCidr,
  type ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';
import { awsId } from './awsId';

/** The range of this number when a VPC is cut into ranges of one size. */
export function subnetCidr(
  vpcCidr: string,
  index: number,
  prefix: number,
): string {
  const { first } = parseCidr(vpcCidr);
  return formatCidr({
    first: first + index * cidrSize({ first, prefix }),
    prefix,
  });
}

/** `euw1-az2` of `eu-west-1b`. */
function zoneIdOf(zone: string, index: number): string {
  const region = zone.replace(/^(..)[^-]*-(.)[^-]*-(\d).$/, '$1$2$3');
  return `${region}-az${index + 1}`;
}

/** One private subnet for each zone: an eighth of the VPC each. */
export function subnetsOf({ metadata, spec }: ResolvedClusterSpec): Subnet[] {
  const { vpcCidr, zones } = spec.network;
  const prefix = parseCidr(vpcCidr).prefix + 3;
  return zones.map((zone, index) => ({
    id: awsId('subnet', `${metadata.name}/${zone}`),
    zone,
    zoneId: zoneIdOf(zone, index),
    cidr: subnetCidr(vpcCidr, index, prefix),
  }));
}
