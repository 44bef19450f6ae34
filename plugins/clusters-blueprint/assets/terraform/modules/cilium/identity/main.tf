# The Cilium operator attaches network interfaces and addresses to nodes. It has a role of its own, so that the
# roles of the nodes, which every pod in the host network can use, do not need these rights.

data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

locals {
  ec2_arn = "arn:${data.aws_partition.current.partition}:ec2:${data.aws_region.current.region}:${data.aws_caller_identity.current.account_id}"
}

data "aws_iam_policy_document" "trust" {
  statement {
    sid     = "PodIdentity"
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

# What the operators of Cilium 1.16 to 1.20 call in ENI mode. The read actions know no resource-level permissions.
data "aws_iam_policy_document" "operator" {
  statement {
    sid = "ReadNetwork"
    actions = [
      "ec2:DescribeInstances",
      "ec2:DescribeInstanceTypes",
      "ec2:DescribeManagedPrefixLists",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeRouteTables",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeTags",
      "ec2:DescribeVpcs",
      "ec2:GetManagedPrefixListEntries",
    ]
    resources = ["*"]
  }

  statement {
    sid     = "CreateNetworkInterfaces"
    actions = ["ec2:CreateNetworkInterface"]
    resources = [
      "${local.ec2_arn}:network-interface/*",
      "${local.ec2_arn}:security-group/*",
      "${local.ec2_arn}:subnet/*",
    ]
  }

  statement {
    sid = "AttachNetworkInterfaces"
    actions = [
      "ec2:AttachNetworkInterface",
      "ec2:ModifyNetworkInterfaceAttribute",
    ]
    resources = [
      "${local.ec2_arn}:instance/*",
      "${local.ec2_arn}:network-interface/*",
      "${local.ec2_arn}:security-group/*",
    ]
  }

  # Unassign is for eni.awsReleaseExcessIPs, delete for the garbage collection of detached interfaces.
  statement {
    sid = "ManageAddresses"
    actions = [
      "ec2:AssignPrivateIpAddresses",
      "ec2:CreateTags",
      "ec2:DeleteNetworkInterface",
      "ec2:UnassignPrivateIpAddresses",
    ]
    resources = ["${local.ec2_arn}:network-interface/*"]
  }
}

resource "aws_iam_role" "operator" {
  name                  = "${var.iam.name_prefix}${var.cluster_name}-cilium-operator"
  description           = "Cilium operator of ${var.cluster_name}"
  assume_role_policy    = data.aws_iam_policy_document.trust.json
  permissions_boundary  = var.iam.permissions_boundary
  force_detach_policies = true
}

resource "aws_iam_role_policy" "operator" {
  name   = "eni"
  role   = aws_iam_role.operator.name
  policy = data.aws_iam_policy_document.operator.json
}

resource "aws_eks_pod_identity_association" "operator" {
  cluster_name    = var.cluster_name
  namespace       = var.namespace
  service_account = "cilium-operator"
  role_arn        = aws_iam_role.operator.arn

  # An operator that starts before its policy is attached crash-loops for minutes.
  depends_on = [aws_iam_role_policy.operator]
}
