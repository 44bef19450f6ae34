# Cilium: the role of its operator, then the release. The release comes before the first node, because nodes become
# Ready only with a CNI, and EKS fails a node group whose nodes stay NotReady.

module "identity" {
  source = "./identity"

  cluster_name = var.cluster_name
  namespace    = var.namespace
}

locals {
  minor = tonumber(split(".", var.chart_version)[1])

  required_values = merge(
    {
      k8sServiceHost = trimsuffix(trimprefix(var.cluster_endpoint, "https://"), "/")
      k8sServicePort = 443
    },
    # Up to 1.18 the certificates of method cronJob are made by a Helm hook. Helm waits for hooks even where it does
    # not wait for pods, and here there is no node yet that could run one.
    local.minor <= 18 ? { hubble = { tls = { auto = { method = "helm" } } } } : {},
  )
}

resource "helm_release" "cilium" {
  name       = "cilium"
  namespace  = var.namespace
  repository = "https://helm.cilium.io/"
  chart      = "cilium"
  version    = var.chart_version

  values = concat(var.values, [yamlencode(local.required_values)])

  # There is nothing to wait for: no node can run the operator before this release exists.
  wait    = false
  timeout = 600

  # The operator reads its credentials when it starts.
  depends_on = [module.identity]
}
