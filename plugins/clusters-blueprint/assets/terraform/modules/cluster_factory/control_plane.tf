locals {
  # Who reaches the private endpoint, besides the nodes.
  endpoint_private_access_cidrs = {
    for key, cluster in var.clusters : key => cluster.endpoint_private_access_cidrs == null ? concat([cluster.vpc_cidr], cluster.secondary_cidrs) : cluster.endpoint_private_access_cidrs
  }

  # One entry per principal: EKS refuses a second access entry for the same one.
  principals = {
    for key, cluster in var.clusters : key => toset(concat(
      cluster.admin_role_arns,
      cluster.portal_role_arn == null ? [] : [cluster.portal_role_arn],
      local.runner_arns,
    ))
  }

  access_entries = {
    for key, cluster in var.clusters : key => {
      for arn in local.principals[key] : arn => {
        principal_arn     = arn
        kubernetes_groups = arn == cluster.portal_role_arn ? [var.portal_group] : null

        policy_associations = contains(concat(cluster.admin_role_arns, local.runner_arns), arn) ? {
          admin = {
            policy_arn   = "arn:${local.partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"
            access_scope = { type = "cluster" }
          }
        } : {}
      }
    }
  }
}

module "eks" {
  source   = "terraform-aws-modules/eks/aws"
  version  = "21.19.0"
  for_each = var.clusters

  name               = each.value.name
  kubernetes_version = each.value.kubernetes_version

  upgrade_policy      = { support_type = each.value.upgrade_support_type }
  deletion_protection = each.value.deletion_protection

  vpc_id                   = local.networks[each.key].vpc_id
  subnet_ids               = local.networks[each.key].node_subnet_ids
  control_plane_subnet_ids = local.networks[each.key].control_plane_subnet_ids

  endpoint_private_access      = true
  endpoint_public_access       = length(each.value.endpoint_public_access_cidrs) > 0
  endpoint_public_access_cidrs = length(each.value.endpoint_public_access_cidrs) > 0 ? each.value.endpoint_public_access_cidrs : null

  # The module lets in the node group alone, and so neither Terraform's own Helm releases nor kubectl over a VPN, nor the
  # portal. One rule for each range: a rule whose ranges change is replaced, and closes the endpoint in between.
  security_group_additional_rules = {
    for cidr in local.endpoint_private_access_cidrs[each.key] : "ingress_private_443_${cidr}" => {
      description = "Kubernetes API from ${cidr}"
      type        = "ingress"
      protocol    = "tcp"
      from_port   = 443
      to_port     = 443
      cidr_blocks = [cidr]
    }
  }

  authentication_mode                      = "API"
  enable_cluster_creator_admin_permissions = false
  access_entries                           = local.access_entries[each.key]

  # Secrets are encrypted with a key of the cluster's own. The account administers it, not whoever ran the first
  # apply, so that the key policy does not change with the caller.
  create_kms_key          = true
  enable_kms_key_rotation = true
  kms_key_administrators  = ["arn:${local.partition}:iam::${local.account_id}:root"]
  encryption_config       = { resources = ["secrets"] }

  enabled_log_types                      = each.value.control_plane_log_types
  cloudwatch_log_group_retention_in_days = each.value.log_retention_days

  # Not name_prefix: IAM allows a prefix 38 characters only.
  iam_role_name                 = "${var.iam.name_prefix}${each.value.name}-cluster"
  iam_role_permissions_boundary = var.iam.permissions_boundary
  iam_role_use_name_prefix      = false

  # Pods get their AWS roles by Pod Identity; nothing uses an OIDC provider.
  enable_irsa = false

  # Cilium replaces the VPC CNI and kube-proxy, so neither is installed. The Pod Identity agent runs in the host
  # network and tolerates every taint: it is the one add-on that may come before the nodes.
  addons = {
    eks-pod-identity-agent = {
      before_compute              = true
      most_recent                 = false
      addon_version               = each.value.pod_identity_agent_version
      resolve_conflicts_on_create = "OVERWRITE"
      resolve_conflicts_on_update = "OVERWRITE"
    }
  }

  # Pods have the security group of their node. The module's rules would let only TCP ports above 1024 and DNS pass
  # from node to node; Cilium also needs ICMP and 4240/tcp (health), 4244/tcp (Hubble) and 51871/udp (WireGuard),
  # and pods may listen on any port. Network policies are the place to restrict pods.
  node_security_group_additional_rules = merge(
    {
      ingress_self_all = {
        description = "Node to node and pod to pod, all protocols"
        type        = "ingress"
        protocol    = "-1"
        from_port   = 0
        to_port     = 0
        self        = true
      }
    },
    length(each.value.peer_cidrs) == 0 ? {} : {
      ingress_mesh_peers = {
        description = "Nodes and pods of the other clusters of the mesh"
        type        = "ingress"
        protocol    = "-1"
        from_port   = 0
        to_port     = 0
        cidr_blocks = each.value.peer_cidrs
      }
    },
    # A rule for 0.0.0.0/0 does not cover this traffic, which is no IP.
    !each.value.efa ? {} : {
      egress_self_all = {
        description = "Elastic Fabric Adapters, node to node"
        type        = "egress"
        protocol    = "-1"
        from_port   = 0
        to_port     = 0
        self        = true
      }
    },
  )

  # The one security group that Karpenter gives to nodes. No other one may carry this tag.
  node_security_group_tags = local.discovery_tags[each.key]

  cluster_tags = each.value.cluster_tags
}
