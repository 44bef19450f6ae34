# Certificates from issuers of the team's own. With hosted zones, cert-manager may answer DNS-01 challenges in them.

data "aws_partition" "current" {}

data "aws_iam_policy_document" "zones" {
  count = length(var.hosted_zone_ids) == 0 ? 0 : 1

  statement {
    sid       = "AnswerChallenges"
    actions   = ["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets"]
    resources = [for id in var.hosted_zone_ids : "arn:${data.aws_partition.current.partition}:route53:::hostedzone/${id}"]
  }

  statement {
    sid       = "FindZones"
    actions   = ["route53:GetChange", "route53:ListHostedZonesByName"]
    resources = ["*"]
  }
}

module "role" {
  source = "../pod_identity_role"
  count  = length(var.hosted_zone_ids) == 0 ? 0 : 1

  cluster_name    = var.cluster_name
  name            = "cert-manager"
  description     = "cert-manager"
  namespace       = "cert-manager"
  service_account = "cert-manager"
  iam             = var.iam
  policies        = { zones = data.aws_iam_policy_document.zones[0].json }
}

locals {
  placement = {
    nodeSelector = { "karpenter.sh/controller" = "true" }
    tolerations  = [{ key = "CriticalAddonsOnly", operator = "Exists" }]
  }
}

module "addon" {
  source = "../eks_addon"

  cluster_name       = coalesce(one(module.role[*].cluster_name), var.cluster_name)
  kubernetes_version = var.kubernetes_version
  name               = "cert-manager"
  addon_version      = var.addon_version

  # Its webhook answers while Karpenter replaces its nodes.
  configuration = merge(local.placement, {
    webhook    = local.placement
    cainjector = local.placement
  })
}
