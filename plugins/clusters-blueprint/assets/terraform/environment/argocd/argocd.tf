# Registration with the hub Argo CD. The hub must exist; this cluster does not install it.

variable "argocd_hub" {
  description = "The EKS cluster that Argo CD runs on: its name and region, the role that Argo CD works with there, whether it is the Argo CD capability of EKS (then that is the role of the capability), and, where it lives in another account, a role to write its cluster Secret with."
  type = object({
    cluster_name        = string
    region              = string
    management_role_arn = string
    capability          = optional(bool, false)
    namespace           = optional(string, "argocd")
    assume_role_arn     = optional(string)
  })
}

variable "platform_repository" {
  description = "Clone address and branch of this repository, as the hub reads it."
  type = object({
    url      = string
    revision = optional(string, "main")
  })
}

provider "aws" {
  alias  = "hub"
  region = var.argocd_hub.region

  dynamic "assume_role" {
    for_each = var.argocd_hub.assume_role_arn == null ? [] : [var.argocd_hub.assume_role_arn]

    content {
      role_arn = assume_role.value
    }
  }
}

data "aws_eks_cluster" "hub" {
  provider = aws.hub
  name     = var.argocd_hub.cluster_name
}

provider "kubernetes" {
  alias                  = "hub"
  host                   = data.aws_eks_cluster.hub.endpoint
  cluster_ca_certificate = base64decode(data.aws_eks_cluster.hub.certificate_authority[0].data)

  exec {
    api_version = "client.authentication.k8s.io/v1beta1"
    command     = "aws"
    args = concat(
      ["eks", "get-token", "--cluster-name", var.argocd_hub.cluster_name, "--region", var.argocd_hub.region],
      var.argocd_hub.assume_role_arn == null ? [] : ["--role-arn", var.argocd_hub.assume_role_arn],
    )
  }
}

module "argocd_registration" {
  source = "../../../modules/argocd_registration"

  providers = {
    kubernetes = kubernetes.hub
  }

  cluster_name               = module.karpenter.cluster_name
  cluster_arn                = module.cluster_factory.clusters[local.name].arn
  cluster_endpoint           = module.cluster_factory.clusters[local.name].endpoint
  certificate_authority_data = module.cluster_factory.clusters[local.name].certificate_authority_data

  hub_management_role_arn = var.argocd_hub.management_role_arn
  hub_is_capability       = var.argocd_hub.capability
  hub_namespace           = var.argocd_hub.namespace
  managed                 = local.handed_over
  iam                     = local.iam

  environment             = local.environment
  cilium_version          = local.cilium_version
  karpenter_version       = local.cluster.karpenter_version
  karpenter_namespace     = local.karpenter_namespace
  interruption_queue_name = module.cluster_factory.karpenter_interruption_queue_names[local.name]
  repository_url          = var.platform_repository.url
  repository_revision     = var.platform_repository.revision
}
