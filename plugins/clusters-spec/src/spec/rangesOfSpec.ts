import type { ClusterSpec } from './clusterSpecSchema';

/**
 * The ranges of nodes and pods that a spec gives to a cluster: that of its VPC,
 * then the further ones.
 *
 * @public
 */
export function rangesOfSpec({ spec }: Pick<ClusterSpec, 'spec'>): string[] {
  const { vpcCidr, secondaryCidrs = [] } = spec.network;
  return [vpcCidr, ...secondaryCidrs];
}
