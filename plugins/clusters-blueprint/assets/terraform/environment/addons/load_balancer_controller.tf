module "load_balancer_controller" {
  source = "../../../modules/load_balancer_controller"

  cluster_name  = module.system_nodes.cluster_name
  region        = local.region
  vpc_id        = module.cluster_factory.clusters[local.name].vpc_id
  chart_version = local.addons.load_balancer_controller.version

  chart_repository = var.load_balancer_controller_chart_repository
  image_repository = local.addons.load_balancer_controller.image_repository

  # Two replicas never share a node, and a second one would wait for ever.
  replicas = min(2, local.system_nodes.min_size)

  iam  = local.iam
  tags = local.tags
}

variable "load_balancer_controller_chart_repository" {
  description = "Where the chart of the AWS Load Balancer Controller comes from. Regions without access to it, such as those in China, need a mirror."
  type        = string
  default     = "https://aws.github.io/eks-charts"
}
