# Stands in for the module above it once Argo CD owns the releases: the roles stay, and Terraform forgets the releases
# without uninstalling them.

module "identity" {
  source = "../identity"

  cluster_name           = var.cluster_name
  karpenter_version      = var.chart_version
  namespace              = var.namespace
  interruption_queue_arn = var.interruption_queue_arn
  iam                    = var.iam
}

removed {
  from = helm_release.karpenter

  lifecycle {
    destroy = false
  }
}

removed {
  from = helm_release.karpenter_crd

  lifecycle {
    destroy = false
  }
}
