module "snapshot_controller" {
  source = "../../../modules/snapshot_controller"

  cluster_name       = module.system_nodes.cluster_name
  kubernetes_version = local.cluster.kubernetes_version
  addon_version      = local.addons.snapshot_controller.version
}
