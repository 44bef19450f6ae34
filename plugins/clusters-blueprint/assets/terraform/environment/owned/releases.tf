module "cilium" {
  source = "../../../modules/cilium"

  cluster_name     = module.cluster_factory.clusters[local.name].name
  cluster_endpoint = module.cluster_factory.clusters[local.name].endpoint
  chart_version    = local.cilium_version

  values = [for name in local.cilium_values : file("${path.module}/${name}")]
}

module "karpenter" {
  source = "../../../modules/karpenter"

  cluster_name            = module.system_nodes.cluster_name
  cluster_endpoint        = module.cluster_factory.clusters[local.name].endpoint
  region                  = local.region
  chart_version           = local.cluster.karpenter_version
  namespace               = local.karpenter_namespace
  interruption_queue_name = module.cluster_factory.karpenter_interruption_queue_names[local.name]
  interruption_queue_arn  = module.cluster_factory.clusters[local.name].interruption_queue_arn

  # A single system node has room for one replica only, and Helm would wait for the second one in vain.
  replicas = min(2, local.system_nodes.min_size)

  values = [yamlencode({ serviceMonitor = { enabled = local.service_monitors } })]
}
