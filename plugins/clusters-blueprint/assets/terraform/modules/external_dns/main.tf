# DNS records for Services and Ingresses, in the hosted zones that it is given and in no others.

data "aws_partition" "current" {}

data "aws_iam_policy_document" "zones" {
  statement {
    sid       = "ChangeRecords"
    actions   = ["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets", "route53:ListTagsForResources"]
    resources = [for id in var.hosted_zone_ids : "arn:${data.aws_partition.current.partition}:route53:::hostedzone/${id}"]
  }

  # Listing zones knows no resource-level permissions.
  statement {
    sid       = "FindZones"
    actions   = ["route53:ListHostedZones"]
    resources = ["*"]
  }
}

module "role" {
  source = "../pod_identity_role"

  cluster_name    = var.cluster_name
  name            = "external-dns"
  description     = "external-dns"
  namespace       = "external-dns"
  service_account = "external-dns"
  iam             = var.iam
  policies        = { zones = data.aws_iam_policy_document.zones.json }
}

module "addon" {
  source = "../eks_addon"

  cluster_name       = module.role.cluster_name
  kubernetes_version = var.kubernetes_version
  name               = "external-dns"
  addon_version      = var.addon_version

  configuration = {
    domainFilters = var.domains
    # Makes and changes records; deletes none. The owner keeps clusters that share a zone apart.
    policy     = "upsert-only"
    txtOwnerId = var.cluster_name

    nodeSelector = { "karpenter.sh/controller" = "true" }
    tolerations  = [{ key = "CriticalAddonsOnly", operator = "Exists" }]
  }
}
