# Stands in for the module above it once Argo CD owns the release: the role stays, and Terraform forgets the release
# without uninstalling it.

module "identity" {
  source = "../identity"

  cluster_name = var.cluster_name
  namespace    = var.namespace
  iam          = var.iam
}

removed {
  from = helm_release.monitoring_crds

  lifecycle {
    destroy = false
  }
}

removed {
  from = helm_release.cilium

  lifecycle {
    destroy = false
  }
}
