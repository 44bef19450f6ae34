# Cilium: the role of its operator, then the release. The release comes before the first node, because nodes become
# Ready only with a CNI, and EKS fails a node group whose nodes stay NotReady.

module "identity" {
  source = "./identity"

  cluster_name = var.cluster_name
  namespace    = var.namespace
  iam          = var.iam
}

# A chart cannot make ServiceMonitors before their definition exists, and in a new cluster nothing else has brought it.
resource "helm_release" "monitoring_crds" {
  count = var.service_monitors ? 1 : 0

  name       = "prometheus-operator-crds"
  namespace  = var.namespace
  repository = var.monitoring_chart_repository
  chart      = "prometheus-operator-crds"
  version    = "24.0.2"
  wait       = false

  # Without the definitions every ServiceMonitor in the cluster would be gone too.
  values = [yamlencode({ crds = { annotations = { "helm.sh/resource-policy" = "keep" } } })]
}

resource "helm_release" "cilium" {
  name       = "cilium"
  namespace  = var.namespace
  repository = var.chart_repository
  chart      = "cilium"
  version    = var.chart_version

  values = concat(var.values, [yamlencode({
    k8sServiceHost = trimsuffix(trimprefix(var.cluster_endpoint, "https://"), "/")
    k8sServicePort = 443
  })])

  # There is nothing to wait for: no node can run the operator before this release exists. For the same reason the
  # values must not ask for Helm hooks, which Helm waits for in any case.
  wait    = false
  timeout = 600

  # The operator reads its credentials when it starts.
  depends_on = [module.identity, helm_release.monitoring_crds]
}
