# An add-on that EKS installs and keeps: its images come from the registry of the region, in China too.

data "aws_eks_addon_version" "default" {
  addon_name         = var.name
  kubernetes_version = var.kubernetes_version
}

resource "aws_eks_addon" "this" {
  cluster_name         = var.cluster_name
  addon_name           = var.name
  addon_version        = coalesce(var.addon_version, data.aws_eks_addon_version.default.version)
  configuration_values = length(var.configuration) == 0 ? null : jsonencode(var.configuration)

  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"
}
