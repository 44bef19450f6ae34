# Argo CD owns both releases. The modules keep the roles, and make Terraform forget the releases without
# uninstalling them.

module "cilium" {
  source = "../../../modules/cilium/handed_over"

  cluster_name = module.cluster_factory.clusters[local.name].name
  iam          = local.iam
}

module "karpenter" {
  source = "../../../modules/karpenter/handed_over"

  cluster_name           = module.system_nodes.cluster_name
  chart_version          = local.cluster.karpenter_version
  namespace              = local.karpenter_namespace
  interruption_queue_arn = module.cluster_factory.clusters[local.name].interruption_queue_arn
  iam                    = local.iam
}
