module "external_dns" {
  source = "../../../modules/external_dns"

  cluster_name       = module.system_nodes.cluster_name
  kubernetes_version = local.cluster.kubernetes_version
  addon_version      = local.addons.external_dns.version
  hosted_zone_ids    = local.addons.external_dns.hosted_zone_ids
  domains            = local.addons.external_dns.domains

  iam = local.iam
}
