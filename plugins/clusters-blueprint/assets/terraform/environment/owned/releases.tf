# To hand both releases over to Argo CD: register the cluster (spec.gitops.argocd), apply, then set
# spec.gitops.handedOver in cluster.yaml, render and apply. Terraform then forgets them without uninstalling them.

module "cilium" {
  source = "../../../modules/cilium"

  cluster_name     = module.cluster_factory.clusters[local.name].name
  cluster_endpoint = module.cluster_factory.clusters[local.name].endpoint
  chart_version    = local.cilium_version

  chart_repository            = var.cilium_chart_repository
  monitoring_chart_repository = var.monitoring_chart_repository
  service_monitors            = local.service_monitors

  iam    = local.iam
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

  chart_repository = var.karpenter_chart_repository

  # A single system node has room for one replica only, and Helm would wait for the second one in vain.
  replicas = min(2, local.system_nodes.min_size)

  iam    = local.iam
  values = [for name in local.karpenter_values : file("${path.module}/${name}")]
}

variable "cilium_chart_repository" {
  description = "Where the Cilium chart comes from. Regions without access to it, such as those in China, need a mirror."
  type        = string
  default     = "https://helm.cilium.io/"
}

variable "monitoring_chart_repository" {
  description = "Where the definitions of ServiceMonitors come from. Regions without access to it, such as those in China, need a mirror."
  type        = string
  default     = "https://prometheus-community.github.io/helm-charts"
}

variable "karpenter_chart_repository" {
  description = "Where the Karpenter charts come from. Regions without access to it, such as those in China, need a mirror."
  type        = string
  default     = "oci://public.ecr.aws/karpenter"
}
