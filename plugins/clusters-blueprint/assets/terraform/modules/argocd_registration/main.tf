# Lets a hub Argo CD manage the cluster: a role that the hub assumes, its access entry, and the cluster Secret with
# everything that the ApplicationSets ask for. Where the hub is the Argo CD capability of EKS, AWS connects it: the
# role of the capability has the access entry, and the Secret names the cluster by its ARN.

data "aws_iam_policy_document" "trust" {
  statement {
    sid     = "ArgoCDHub"
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "AWS"
      identifiers = [var.hub_management_role_arn]
    }
  }
}

data "aws_partition" "current" {}

locals {
  principal_arn = var.hub_is_capability ? var.hub_management_role_arn : aws_iam_role.argocd[0].arn
}

resource "aws_iam_role" "argocd" {
  count = var.hub_is_capability ? 0 : 1

  name                  = "${var.iam.name_prefix}${var.cluster_name}-argocd"
  description           = "Argo CD of the hub, at work in ${var.cluster_name}"
  assume_role_policy    = data.aws_iam_policy_document.trust.json
  permissions_boundary  = var.iam.permissions_boundary
  force_detach_policies = true
}

moved {
  from = aws_iam_role.argocd
  to   = aws_iam_role.argocd[0]
}

resource "aws_eks_access_entry" "argocd" {
  cluster_name  = var.cluster_name
  principal_arn = local.principal_arn
  type          = "STANDARD"
}

# It installs cluster-scoped objects: custom resource definitions, cluster roles, NodePools.
resource "aws_eks_access_policy_association" "argocd" {
  cluster_name  = var.cluster_name
  principal_arn = aws_eks_access_entry.argocd.principal_arn
  policy_arn    = "arn:${data.aws_partition.current.partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"

  access_scope {
    type = "cluster"
  }
}

resource "kubernetes_secret_v1" "cluster" {
  metadata {
    name      = "cluster-${var.cluster_name}"
    namespace = var.hub_namespace

    labels = {
      "argocd.argoproj.io/secret-type" = "cluster"
      "clusterworks.dev/environment"   = var.environment
      "clusterworks.dev/gitops"        = tostring(var.managed)
    }

    annotations = {
      environment         = var.environment
      cluster_name        = var.cluster_name
      cilium_version      = var.cilium_version
      karpenter_version   = var.karpenter_version
      karpenter_namespace = var.karpenter_namespace
      k8s_api_host        = trimsuffix(trimprefix(var.cluster_endpoint, "https://"), "/")
      interruption_queue  = var.interruption_queue_name
      # The controller gets its role by Pod Identity.
      karpenter_role_arn     = ""
      platform_repo_url      = var.repository_url
      platform_repo_revision = var.repository_revision
    }
  }

  type = "Opaque"

  data = var.hub_is_capability ? {
    name    = var.cluster_name
    server  = var.cluster_arn
    project = "default"
    } : {
    name   = var.cluster_name
    server = var.cluster_endpoint
    config = jsonencode({
      awsAuthConfig = {
        clusterName = var.cluster_name
        roleARN     = local.principal_arn
      }
      tlsClientConfig = {
        caData = var.certificate_authority_data
      }
    })
  }

  depends_on = [aws_eks_access_policy_association.argocd]
}
