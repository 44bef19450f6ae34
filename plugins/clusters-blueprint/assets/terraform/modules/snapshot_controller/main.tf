# VolumeSnapshots: their definitions, and the controller that serves all CSI drivers.

module "addon" {
  source = "../eks_addon"

  cluster_name       = var.cluster_name
  kubernetes_version = var.kubernetes_version
  name               = "snapshot-controller"
  addon_version      = var.addon_version

  configuration = {
    nodeSelector = { "karpenter.sh/controller" = "true" }
    tolerations  = [{ key = "CriticalAddonsOnly", operator = "Exists" }]
  }
}
