# Volumes for PersistentVolumeClaims. The StorageClass is in platform/addons/storage.

data "aws_partition" "current" {}

data "aws_region" "current" {}

# Volumes that are encrypted with a key of one's own: the driver hands the key on to EC2.
data "aws_iam_policy_document" "key" {
  count = var.kms_key_arn == null ? 0 : 1

  statement {
    sid       = "UseKey"
    actions   = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncrypt*"]
    resources = [var.kms_key_arn]
  }

  statement {
    sid       = "GrantKey"
    actions   = ["kms:CreateGrant"]
    resources = [var.kms_key_arn]

    condition {
      test     = "Bool"
      variable = "kms:GrantIsForAWSResource"
      values   = ["true"]
    }
  }
}

module "role" {
  source = "../pod_identity_role"

  cluster_name    = var.cluster_name
  name            = "ebs-csi"
  description     = "EBS CSI driver"
  namespace       = "kube-system"
  service_account = "ebs-csi-controller-sa"
  iam             = var.iam

  policy_arns = {
    # V2 lets the driver touch only what it has made; it is documented for the standard partition.
    ebs = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy${data.aws_partition.current.partition == "aws" ? "V2" : ""}"
  }
  policies = { for document in data.aws_iam_policy_document.key : "key" => document.json }
}

module "addon" {
  source = "../eks_addon"

  cluster_name       = module.role.cluster_name
  kubernetes_version = var.kubernetes_version
  name               = "aws-ebs-csi-driver"
  addon_version      = var.addon_version

  configuration = {
    controller = {
      # The controller cannot ask the instance metadata service, which is one hop too far for its pods. On nodes the
      # driver asks the Kubernetes API instead.
      region          = data.aws_region.current.region
      extraVolumeTags = var.tags
      # Volumes have to move while Karpenter replaces its nodes, so the controller is on others.
      nodeSelector = { "karpenter.sh/controller" = "true" }
      tolerations  = [{ key = "CriticalAddonsOnly", operator = "Exists" }]
    }
  }
}
