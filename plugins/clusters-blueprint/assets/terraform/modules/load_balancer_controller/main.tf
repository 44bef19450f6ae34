# Load balancers for Ingresses of the class alb and for Services of the class service.k8s.aws/nlb. Other Services keep
# the load balancers that EKS makes for them: the webhook that would take them over stands in the way of every new
# Service while the controller is down.

module "role" {
  source = "../pod_identity_role"

  cluster_name    = var.cluster_name
  name            = "load-balancers"
  description     = "AWS Load Balancer Controller"
  namespace       = "kube-system"
  service_account = "aws-load-balancer-controller"
  iam             = var.iam

  policies = {
    network        = data.aws_iam_policy_document.network.json
    load-balancers = data.aws_iam_policy_document.load_balancers.json
  }
}

resource "helm_release" "this" {
  name       = "aws-load-balancer-controller"
  namespace  = "kube-system"
  repository = var.chart_repository
  chart      = "aws-load-balancer-controller"
  version    = var.chart_version

  values = [yamlencode({
    clusterName = var.cluster_name
    # The controller cannot ask the instance metadata service, which is one hop too far for its pods.
    region = var.region
    vpcId  = var.vpc_id

    image = { repository = var.image_repository }

    serviceAccount = { name = "aws-load-balancer-controller" }

    # Pods have addresses of the VPC, so load balancers reach them without a detour by a node.
    defaultTargetType           = "ip"
    enableServiceMutatorWebhook = false
    defaultTags                 = var.tags

    replicaCount = var.replicas
    nodeSelector = { "karpenter.sh/controller" = "true" }
    tolerations  = [{ key = "CriticalAddonsOnly", operator = "Exists" }]
    resources    = { requests = { cpu = "50m", memory = "128Mi" } }
  })]

  wait    = true
  timeout = 600

  # The controller reads its credentials when it starts.
  depends_on = [module.role]
}
