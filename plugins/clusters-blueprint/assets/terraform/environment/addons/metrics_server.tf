module "metrics_server" {
  source = "../../../modules/metrics_server"

  cluster_name       = module.system_nodes.cluster_name
  kubernetes_version = local.cluster.kubernetes_version
  addon_version      = local.addons.metrics_server.version
}
