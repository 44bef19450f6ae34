# A role that pods of one service account get by EKS Pod Identity.

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

resource "aws_iam_role" "this" {
  name                  = "${var.iam.name_prefix}${var.cluster_name}-${var.name}"
  description           = "${var.description} of ${var.cluster_name}"
  assume_role_policy    = data.aws_iam_policy_document.trust.json
  permissions_boundary  = var.iam.permissions_boundary
  force_detach_policies = true
}

resource "aws_iam_role_policy_attachment" "this" {
  for_each = var.policy_arns

  role       = aws_iam_role.this.name
  policy_arn = each.value
}

resource "aws_iam_role_policy" "this" {
  for_each = var.policies

  name   = each.key
  role   = aws_iam_role.this.name
  policy = each.value
}

resource "aws_eks_pod_identity_association" "this" {
  cluster_name    = var.cluster_name
  namespace       = var.namespace
  service_account = var.service_account
  role_arn        = aws_iam_role.this.arn

  # A pod that starts before its policies are attached fails for minutes.
  depends_on = [aws_iam_role_policy_attachment.this, aws_iam_role_policy.this]
}
