# Order of the first apply: network, control plane and IAM -> Cilium -> system nodes and CoreDNS -> Karpenter.
# Each module takes the cluster's name from the one before it, and so waits for it. depends_on between modules would
# do the same, but it also makes every data source of the later module unknown whenever the earlier one changes.

module "cluster_factory" {
  source = "../../../modules/cluster_factory"

  runner_role_arn = var.runner_role_arn
  iam             = local.iam

  clusters = {
    (local.name) = merge(local.cluster, {
      endpoint_public_access_cidrs = distinct(concat(local.cluster.endpoint_public_access_cidrs, var.bootstrap_cidrs))
      deletion_protection          = coalesce(var.deletion_protection, local.cluster.deletion_protection)
      control_plane_log_types      = var.control_plane_log_types == null ? local.cluster.control_plane_log_types : var.control_plane_log_types
      flow_logs                    = coalesce(var.flow_logs, local.cluster.flow_logs)
      peer_cidrs                   = distinct(concat(local.cluster.peer_cidrs, var.peer_cidrs))
    })
  }
}

module "system_nodes" {
  source = "../../../modules/system_nodes"

  cluster_name           = module.cilium.cluster_name
  kubernetes_version     = local.cluster.kubernetes_version
  cluster_service_cidr   = module.cluster_factory.clusters[local.name].service_cidr
  subnet_ids             = module.cluster_factory.clusters[local.name].node_subnet_ids
  node_security_group_id = module.cluster_factory.clusters[local.name].node_security_group_id

  instance_types      = local.system_nodes.instance_types
  ami_type            = local.system_nodes.ami_type
  ami_release_version = var.system_ami_release_version
  coredns_version     = local.coredns_version
  min_size            = local.system_nodes.min_size
  max_size            = local.system_nodes.max_size
  volume_size         = local.system_nodes.volume_size
  kms_key_arn         = local.system_nodes.kms_key_arn
  boot_script         = local.system_nodes.boot_script

  iam  = local.iam
  tags = local.tags
}
