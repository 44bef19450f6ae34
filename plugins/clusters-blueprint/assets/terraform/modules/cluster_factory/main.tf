# Everything of a cluster that exists before its first node: VPC, EKS control plane, the add-on that Pod Identity
# needs, and the queue of Karpenter. Nodes and everything that needs a node live in other modules, for a reason:
# with for_each, one output of module.eks depends on all of module.eks. Node groups in here would make the Helm
# provider wait for nodes, and nodes wait for the CNI that the Helm provider is to install.

data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

# The IAM role behind an assumed-role session: access entries name roles, not sessions.
data "aws_iam_session_context" "current" {
  arn = data.aws_caller_identity.current.arn
}

locals {
  partition  = data.aws_partition.current.partition
  account_id = data.aws_caller_identity.current.account_id

  runner_arns = var.grant_runner_admin ? [coalesce(var.runner_role_arn, data.aws_iam_session_context.current.issuer_arn)] : []

  karpenter_minor = { for key, cluster in var.clusters : key => tonumber(split(".", cluster.karpenter_version)[1]) }
}
