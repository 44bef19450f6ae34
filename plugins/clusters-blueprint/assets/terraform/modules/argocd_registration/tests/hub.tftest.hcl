# terraform init && terraform test, with no AWS account.

mock_provider "aws" {
  source = "../../testing/aws"
}

mock_provider "kubernetes" {}

variables {
  cluster_name               = "test"
  cluster_arn                = "arn:aws:eks:eu-west-1:123456789012:cluster/test"
  cluster_endpoint           = "https://0123456789ABCDEF0123456789ABCDEF.gr7.eu-west-1.eks.amazonaws.com"
  certificate_authority_data = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCg=="
  hub_management_role_arn    = "arn:aws:iam::123456789012:role/hub"
  managed                    = false
  environment                = "dev"
  cilium_version             = "1.19.9"
  karpenter_version          = "1.14.3"
  karpenter_namespace        = "kube-system"
  interruption_queue_name    = "test-karpenter"
  repository_url             = "https://git.example.com/platform"
  repository_revision        = "main"
}

run "lets_an_argo_cd_of_ones_own_in" {
  assert {
    condition     = length(aws_iam_role.argocd) == 1 && aws_eks_access_entry.argocd.principal_arn == aws_iam_role.argocd[0].arn
    error_message = "The hub assumes a role that is made for it."
  }

  assert {
    condition     = kubernetes_secret_v1.cluster.data.server == var.cluster_endpoint && jsondecode(kubernetes_secret_v1.cluster.data.config).awsAuthConfig.clusterName == "test"
    error_message = "Argo CD connects to the endpoint with a token of its own."
  }
}

run "lets_the_capability_in" {
  variables {
    hub_is_capability = true
  }

  assert {
    condition     = length(aws_iam_role.argocd) == 0 && aws_eks_access_entry.argocd.principal_arn == "arn:aws:iam::123456789012:role/hub"
    error_message = "The role of the capability is let in itself."
  }

  assert {
    condition     = kubernetes_secret_v1.cluster.data.server == var.cluster_arn && !can(kubernetes_secret_v1.cluster.data.config)
    error_message = "The capability knows a cluster by its ARN, and needs no credentials."
  }

  assert {
    condition     = kubernetes_secret_v1.cluster.metadata[0].annotations.cluster_name == "test"
    error_message = "ApplicationSets find what they ask for."
  }
}
