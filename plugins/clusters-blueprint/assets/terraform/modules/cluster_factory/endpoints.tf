# AWS services inside the VPC. The gateway for S3 costs nothing and is always there; interfaces cost by the hour and zone.

# Image layers of ECR come from S3: without this gateway every pull goes through NAT and is paid for.
resource "aws_vpc_endpoint" "s3" {
  for_each = local.with_vpc

  vpc_id            = module.vpc[each.key].vpc_id
  vpc_endpoint_type = "Gateway"
  service_name      = "com.amazonaws.${data.aws_region.current.region}.s3"
  route_table_ids   = concat(module.vpc[each.key].private_route_table_ids, module.vpc[each.key].public_route_table_ids)

  tags = { Name = "${each.value.name}-s3" }
}

locals {
  interface_endpoints = merge([
    for key, cluster in local.with_vpc : {
      for service in cluster.interface_endpoints : "${key}/${service}" => { cluster = key, service = service }
    }
  ]...)
}

resource "aws_security_group" "endpoints" {
  for_each = { for key, cluster in local.with_vpc : key => cluster if length(cluster.interface_endpoints) > 0 }

  name        = "${each.value.name}-endpoints"
  description = "AWS services for the VPC of ${each.value.name}"
  vpc_id      = module.vpc[each.key].vpc_id

  tags = { Name = "${each.value.name}-endpoints" }
}

resource "aws_vpc_security_group_ingress_rule" "endpoints" {
  for_each = merge([
    for key, cluster in local.with_vpc : {
      for cidr in concat([cluster.vpc_cidr], cluster.secondary_cidrs) : "${key}/${cidr}" => { cluster = key, cidr = cidr }
    } if length(cluster.interface_endpoints) > 0
  ]...)

  security_group_id = aws_security_group.endpoints[each.value.cluster].id
  description       = "HTTPS from ${each.value.cidr}"
  cidr_ipv4         = each.value.cidr
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_endpoint" "interface" {
  for_each = local.interface_endpoints

  vpc_id              = module.vpc[each.value.cluster].vpc_id
  vpc_endpoint_type   = "Interface"
  service_name        = "com.amazonaws.${data.aws_region.current.region}.${each.value.service}"
  private_dns_enabled = true
  security_group_ids  = [aws_security_group.endpoints[each.value.cluster].id]
  # One for each zone; further subnets of a zone come after these.
  subnet_ids = slice(
    module.vpc[each.value.cluster].private_subnets, 0, length(var.clusters[each.value.cluster].zones)
  )

  tags = { Name = "${var.clusters[each.value.cluster].name}-${each.value.service}" }
}
