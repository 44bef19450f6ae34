# Subnets, for a VPC range of any size between /16 and /22:
#   three quarters  node subnets, one per zone. In ENI mode every pod takes an address from them, so they are large.
#   one eighth+     six small subnets, one per zone, for load balancers and NAT gateways
#   one sixteenth+  intra subnets (no route out) for the network interfaces of the control plane

locals {
  # Those whose VPC is made here.
  with_vpc = { for key, cluster in var.clusters : key => cluster if cluster.existing_network == null }

  vpc_prefix = { for key, cluster in local.with_vpc : key => tonumber(split("/", cluster.vpc_cidr)[1]) }

  # The last quarter is kept for the small subnets.
  small_block = { for key, cluster in local.with_vpc : key => cidrsubnet(cluster.vpc_cidr, 2, 3) }

  node_subnets = {
    for key, cluster in local.with_vpc : key => concat(
      [for i in range(length(cluster.zones)) : cidrsubnet(cluster.vpc_cidr, length(cluster.zones) <= 3 ? 2 : 3, i)],
      # The VPC module gives subnet i to zone i modulo the number of zones, so every further range goes round once.
      flatten([
        for cidr in cluster.secondary_cidrs :
        [for i in range(length(cluster.zones)) : cidrsubnet(cidr, ceil(log(length(cluster.zones), 2)), i)]
      ])
    )
  }

  small_subnets = {
    for key, cluster in local.with_vpc : key => [for i in range(length(cluster.zones)) : cidrsubnet(local.small_block[key], 3, i)]
  }

  # /26 where the range allows it, never smaller than the /28 that AWS asks for.
  intra_subnets = {
    for key, cluster in local.with_vpc : key => [
      for i in range(min(3, length(cluster.zones))) :
      cidrsubnet(cidrsubnet(local.small_block[key], 2, 3), max(2, 22 - local.vpc_prefix[key]), i)
    ]
  }

  # Karpenter launches nodes into every subnet with this tag, so only subnets that nodes belong in carry it.
  discovery_tags = { for key, cluster in var.clusters : key => { "karpenter.sh/discovery" = cluster.name } }
}

# The letters of zones differ from account to account; the ids do not. Only the postcondition is of use.
# tflint-ignore: terraform_unused_declarations
data "aws_availability_zone" "control_plane" {
  for_each = toset(flatten([for cluster in local.with_vpc : slice(cluster.zones, 0, min(3, length(cluster.zones)))]))
  name     = each.value

  lifecycle {
    postcondition {
      condition     = !contains(["use1-az3", "usw1-az2", "cac1-az3"], self.zone_id)
      error_message = "EKS has no control planes in ${self.zone_id}, which is ${self.name} in this account: name other zones in network.zones of cluster.yaml, or put it after the first three."
    }
  }
}

module "vpc" {
  source   = "terraform-aws-modules/vpc/aws"
  version  = "6.6.0"
  for_each = local.with_vpc

  name                  = each.value.name
  cidr                  = each.value.vpc_cidr
  ipv4_ipam_pool_id     = each.value.ipam_pool_id
  secondary_cidr_blocks = each.value.secondary_cidrs
  azs                   = each.value.zones

  private_subnets = each.value.nodes_in_public_subnets ? local.small_subnets[each.key] : local.node_subnets[each.key]
  public_subnets  = each.value.nodes_in_public_subnets ? local.node_subnets[each.key] : local.small_subnets[each.key]
  intra_subnets   = local.intra_subnets[each.key]

  private_subnet_tags = merge(
    { "kubernetes.io/role/internal-elb" = "1" },
    each.value.nodes_in_public_subnets ? {} : local.discovery_tags[each.key],
  )
  public_subnet_tags = merge(
    { "kubernetes.io/role/elb" = "1" },
    each.value.nodes_in_public_subnets ? local.discovery_tags[each.key] : {},
  )
  map_public_ip_on_launch = each.value.nodes_in_public_subnets

  enable_nat_gateway     = true
  single_nat_gateway     = !each.value.nat_gateway_per_zone
  one_nat_gateway_per_az = each.value.nat_gateway_per_zone

  enable_dns_hostnames = true
  enable_dns_support   = true

  # Nothing may use the default security group.
  manage_default_security_group  = true
  default_security_group_ingress = []
  default_security_group_egress  = []

  enable_flow_log                                 = each.value.flow_logs
  create_flow_log_cloudwatch_iam_role             = each.value.flow_logs
  create_flow_log_cloudwatch_log_group            = each.value.flow_logs
  flow_log_cloudwatch_log_group_retention_in_days = each.value.log_retention_days
  flow_log_max_aggregation_interval               = 60
  vpc_flow_log_iam_role_name                      = "${var.iam.name_prefix}${each.value.name}-flow-logs"
  vpc_flow_log_permissions_boundary               = var.iam.permissions_boundary
  vpc_flow_log_iam_role_use_name_prefix           = false
}

locals {
  # What the rest of this module needs to know, wherever the VPC comes from.
  networks = {
    for key, cluster in var.clusters : key => cluster.existing_network == null ? {
      vpc_id                   = module.vpc[key].vpc_id
      node_subnet_ids          = cluster.nodes_in_public_subnets ? module.vpc[key].public_subnets : module.vpc[key].private_subnets
      control_plane_subnet_ids = module.vpc[key].intra_subnets
    } : cluster.existing_network
  }
}
