# What HorizontalPodAutoscalers and `kubectl top` read.

module "addon" {
  source = "../eks_addon"

  cluster_name       = var.cluster_name
  kubernetes_version = var.kubernetes_version
  name               = "metrics-server"
  addon_version      = var.addon_version

  configuration = {
    # On nodes that Karpenter does not own, so that it is there before Karpenter has launched one.
    nodeSelector = { "karpenter.sh/controller" = "true" }
    tolerations  = [{ key = "CriticalAddonsOnly", operator = "Exists" }]
  }
}
