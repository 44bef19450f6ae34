import {
  formatCidr,
  parseCidr,
  type ResolvedClusterSpec,
} from '@clusterworks/plugin-clusters-spec';

/** The VPC of every described cluster. */
export const VPC = 'vpc-0123456789abcdef0';

const subnetId = (index: number) =>
  `subnet-0123456789abcde${index.toString(16).padStart(2, '0')}`;

/** Part of a range: the block of a number of blocks. */
function block(cidr: string, count: number, index: number): string {
  const { first, prefix } = parseCidr(cidr);
  const longer = prefix + Math.log2(count);
  return formatCidr({
    first: first + index * 2 ** (32 - longer),
    prefix: longer,
  });
}

/** The subnets that Terraform makes, and which of them nodes use. */
export function subnetsOf({ metadata, spec }: ResolvedClusterSpec) {
  const { existing, zones, vpcCidr, nodesInPublicSubnets } = spec.network;
  const tags = [{ Key: 'karpenter.sh/discovery', Value: metadata.name }];
  const subnet = (
    id: string,
    cidr: string,
    zone: string,
    isOfNodes: boolean,
  ) => ({
    SubnetId: id,
    VpcId: VPC,
    CidrBlock: cidr,
    AvailabilityZone: zone,
    MapPublicIpOnLaunch: isOfNodes && nodesInPublicSubnets,
    Tags: isOfNodes && !existing ? tags : [],
  });
  if (existing) {
    const ids = [...existing.nodeSubnetIds, ...existing.controlPlaneSubnetIds];
    return {
      all: ids.map((id, index) =>
        subnet(id, block(vpcCidr, 8, index), zones[index % 2], false),
      ),
      nodes: existing.nodeSubnetIds,
      controlPlane: existing.controlPlaneSubnetIds,
    };
  }
  const blocks = zones.length <= 3 ? 4 : 8;
  const nodes = zones.map((zone, index) =>
    subnet(subnetId(index), block(vpcCidr, blocks, index), zone, true),
  );
  const small = block(vpcCidr, 4, 3);
  const intra = zones
    .slice(0, 3)
    .map((zone, index) =>
      subnet(
        subnetId(16 + index),
        block(block(small, 4, 3), 4, index),
        zone,
        false,
      ),
    );
  return {
    // As AWS lists them: in no order.
    all: [...intra, ...[...nodes].reverse()],
    nodes: nodes.map(({ SubnetId }) => SubnetId),
    controlPlane: intra.map(({ SubnetId }) => SubnetId),
  };
}
