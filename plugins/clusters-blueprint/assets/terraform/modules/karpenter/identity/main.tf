# The AWS side of Karpenter: the role of the controller, bound by Pod Identity, and the role of the nodes it launches.

data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

data "aws_service_principal" "ec2" {
  service_name = "ec2"
}

locals {
  partition  = data.aws_partition.current.partition
  account_id = data.aws_caller_identity.current.account_id
  region     = data.aws_region.current.region
  minor      = tonumber(split(".", var.karpenter_version)[1])
}

data "aws_iam_policy_document" "controller_trust" {
  statement {
    sid     = "PodIdentity"
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "controller" {
  name                  = "${var.iam.name_prefix}${var.cluster_name}-karpenter"
  description           = "Karpenter controller of ${var.cluster_name}"
  assume_role_policy    = data.aws_iam_policy_document.controller_trust.json
  permissions_boundary  = var.iam.permissions_boundary
  force_detach_policies = true
}

# Several policies, because one would exceed the 6,144 characters that IAM allows.
resource "aws_iam_policy" "controller" {
  for_each = local.controller_policies

  name        = "${var.iam.name_prefix}${var.cluster_name}-karpenter-${each.key}"
  description = "Karpenter controller of ${var.cluster_name}: ${each.key}"
  policy      = each.value
}

resource "aws_iam_role_policy_attachment" "controller" {
  for_each = local.controller_policies

  role       = aws_iam_role.controller.name
  policy_arn = aws_iam_policy.controller[each.key].arn
}

resource "aws_eks_pod_identity_association" "controller" {
  cluster_name    = var.cluster_name
  namespace       = var.namespace
  service_account = "karpenter"
  role_arn        = aws_iam_role.controller.arn

  depends_on = [aws_iam_role_policy_attachment.controller]
}

data "aws_iam_policy_document" "node_trust" {
  statement {
    sid     = "Nodes"
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = [data.aws_service_principal.ec2.name]
    }
  }
}

# EC2NodeClass.spec.role names this role; Karpenter makes the instance profile.
resource "aws_iam_role" "node" {
  name                  = "${var.iam.name_prefix}${var.cluster_name}-karpenter-node"
  description           = "Nodes that Karpenter launches for ${var.cluster_name}"
  assume_role_policy    = data.aws_iam_policy_document.node_trust.json
  permissions_boundary  = var.iam.permissions_boundary
  force_detach_policies = true
}

# No AmazonEKS_CNI_Policy: the Cilium operator has a role of its own.
resource "aws_iam_role_policy_attachment" "node" {
  for_each = toset(["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly", "AmazonSSMManagedInstanceCore"])

  role       = aws_iam_role.node.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/${each.key}"
}

# Without this entry the nodes that Karpenter launches cannot join.
resource "aws_eks_access_entry" "node" {
  cluster_name  = var.cluster_name
  principal_arn = aws_iam_role.node.arn
  type          = "EC2_LINUX"
}
