# Karpenter: its AWS side, its custom resource definitions, its controller. NodeClasses and NodePools are not made
# here: a kubernetes_manifest needs the API at plan time, when the cluster does not exist yet.

module "identity" {
  source = "./identity"

  cluster_name           = var.cluster_name
  karpenter_version      = var.chart_version
  namespace              = var.namespace
  interruption_queue_arn = var.interruption_queue_arn
  iam                    = var.iam
}

locals {
  default_values = {
    controller = {
      resources = {
        # Memory is not overcommitted. CPU has no limit: scheduling a large batch is a short burst.
        requests = { cpu = "1", memory = "1Gi" }
        limits   = { memory = "1Gi" }
      }
    }

    # The resolver of the node: Karpenter must start while CoreDNS has no node to run on.
    dnsPolicy = "Default"

    nodeSelector = { "kubernetes.io/os" = "linux", "karpenter.sh/controller" = "true" }
    tolerations = [
      { key = "CriticalAddonsOnly", operator = "Exists" },
      # So that Karpenter can replace nodes while Cilium's agents restart.
      { key = "node.cilium.io/agent-not-ready", operator = "Exists" },
    ]
  }

  required_values = {
    replicas = var.replicas

    settings = {
      clusterName       = var.cluster_name
      clusterEndpoint   = var.cluster_endpoint
      interruptionQueue = var.interruption_queue_name
    }

    controller = {
      env = [{ name = "AWS_REGION", value = var.region }]
    }
  }
}

# The definitions have a chart of their own, because Helm never upgrades what a chart has in crds/.
resource "helm_release" "karpenter_crd" {
  name             = "karpenter-crd"
  namespace        = var.namespace
  create_namespace = var.namespace != "kube-system"
  repository       = var.chart_repository
  chart            = "karpenter-crd"
  version          = var.chart_version

  depends_on = [module.identity]
}

resource "helm_release" "karpenter" {
  name       = "karpenter"
  namespace  = var.namespace
  repository = var.chart_repository
  chart      = "karpenter"
  version    = var.chart_version
  skip_crds  = true

  values = concat([yamlencode(local.default_values)], var.values, [yamlencode(local.required_values)])

  wait    = true
  timeout = 600

  depends_on = [helm_release.karpenter_crd]
}
