module "cert_manager" {
  source = "../../../modules/cert_manager"

  cluster_name       = module.system_nodes.cluster_name
  kubernetes_version = local.cluster.kubernetes_version
  addon_version      = local.addons.cert_manager.version
  hosted_zone_ids    = local.addons.cert_manager.hosted_zone_ids

  iam = local.iam
}
