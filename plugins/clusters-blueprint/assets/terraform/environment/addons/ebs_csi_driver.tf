module "ebs_csi_driver" {
  source = "../../../modules/ebs_csi_driver"

  cluster_name       = module.system_nodes.cluster_name
  kubernetes_version = local.cluster.kubernetes_version
  addon_version      = local.addons.ebs_csi_driver.version
  kms_key_arn        = local.addons.ebs_csi_driver.kms_key_arn

  iam  = local.iam
  tags = local.tags
}
