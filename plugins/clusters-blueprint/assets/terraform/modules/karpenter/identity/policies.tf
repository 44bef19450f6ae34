# What the controller of the chosen version may do. Each statement that writes is tied to the tags that Karpenter
# puts on what it makes for this cluster. Versions: the release that first needs the action.

locals {
  ec2_arn          = "arn:${local.partition}:ec2:${local.region}"
  instance_profile = "arn:${local.partition}:iam::${local.account_id}:instance-profile/*"
  cluster_arn      = "arn:${local.partition}:eks:${local.region}:${local.account_id}:cluster/${var.cluster_name}"

  reservations     = local.minor >= 3 ? ["${local.ec2_arn}:*:capacity-reservation/*"] : []
  placement_groups = local.minor >= 11 ? ["${local.ec2_arn}:*:placement-group/*"] : []

  created_resources = [
    "${local.ec2_arn}:*:fleet/*",
    "${local.ec2_arn}:*:instance/*",
    "${local.ec2_arn}:*:launch-template/*",
    "${local.ec2_arn}:*:network-interface/*",
    "${local.ec2_arn}:*:spot-instances-request/*",
    "${local.ec2_arn}:*:volume/*",
  ]

  owned_tag = "kubernetes.io/cluster/${var.cluster_name}"

  controller_policies = {
    lifecycle    = data.aws_iam_policy_document.lifecycle.json
    iam          = data.aws_iam_policy_document.iam.json
    interruption = data.aws_iam_policy_document.interruption.json
    discovery    = data.aws_iam_policy_document.discovery.json
  }
}

data "aws_iam_policy_document" "lifecycle" {
  statement {
    sid     = "LaunchFromSharedResources"
    actions = ["ec2:RunInstances", "ec2:CreateFleet"]
    resources = concat([
      "${local.ec2_arn}::image/*",
      "${local.ec2_arn}::snapshot/*",
      "${local.ec2_arn}:*:security-group/*",
      "${local.ec2_arn}:*:subnet/*",
    ], local.reservations, local.placement_groups)
  }

  statement {
    sid       = "LaunchFromOwnTemplates"
    actions   = ["ec2:RunInstances", "ec2:CreateFleet"]
    resources = ["${local.ec2_arn}:*:launch-template/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/${local.owned_tag}"
      values   = ["owned"]
    }

    condition {
      test     = "StringLike"
      variable = "aws:ResourceTag/karpenter.sh/nodepool"
      values   = ["*"]
    }
  }

  statement {
    sid       = "CreateWithTags"
    actions   = ["ec2:RunInstances", "ec2:CreateFleet", "ec2:CreateLaunchTemplate"]
    resources = concat(local.created_resources, local.reservations)

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/${local.owned_tag}"
      values   = ["owned"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/eks:eks-cluster-name"
      values   = [var.cluster_name]
    }

    condition {
      test     = "StringLike"
      variable = "aws:RequestTag/karpenter.sh/nodepool"
      values   = ["*"]
    }
  }

  statement {
    sid       = "TagWhileCreating"
    actions   = ["ec2:CreateTags"]
    resources = local.created_resources

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/${local.owned_tag}"
      values   = ["owned"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/eks:eks-cluster-name"
      values   = [var.cluster_name]
    }

    condition {
      test     = "StringEquals"
      variable = "ec2:CreateAction"
      values   = ["RunInstances", "CreateFleet", "CreateLaunchTemplate"]
    }

    condition {
      test     = "StringLike"
      variable = "aws:RequestTag/karpenter.sh/nodepool"
      values   = ["*"]
    }
  }

  statement {
    sid       = "TagOwnInstances"
    actions   = ["ec2:CreateTags"]
    resources = ["${local.ec2_arn}:*:instance/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/${local.owned_tag}"
      values   = ["owned"]
    }

    condition {
      test     = "StringLike"
      variable = "aws:ResourceTag/karpenter.sh/nodepool"
      values   = ["*"]
    }

    condition {
      test     = "StringEqualsIfExists"
      variable = "aws:RequestTag/eks:eks-cluster-name"
      values   = [var.cluster_name]
    }

    condition {
      test     = "ForAllValues:StringEquals"
      variable = "aws:TagKeys"
      values   = ["eks:eks-cluster-name", "karpenter.sh/nodeclaim", "Name"]
    }
  }

  statement {
    sid = "EndOwnInstancesAndTemplates"
    actions = concat(
      ["ec2:TerminateInstances", "ec2:DeleteLaunchTemplate"],
      # 1.15: node repair by reboot
      local.minor >= 15 ? ["ec2:RebootInstances"] : [],
    )
    resources = ["${local.ec2_arn}:*:instance/*", "${local.ec2_arn}:*:launch-template/*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/${local.owned_tag}"
      values   = ["owned"]
    }

    condition {
      test     = "StringLike"
      variable = "aws:ResourceTag/karpenter.sh/nodepool"
      values   = ["*"]
    }
  }
}

data "aws_iam_policy_document" "iam" {
  statement {
    sid       = "PassNodeRole"
    actions   = ["iam:PassRole"]
    resources = [aws_iam_role.node.arn]

    condition {
      test     = "StringEquals"
      variable = "iam:PassedToService"
      values   = distinct([data.aws_service_principal.ec2.name, "ec2.amazonaws.com"])
    }
  }

  statement {
    sid       = "CreateInstanceProfiles"
    actions   = ["iam:CreateInstanceProfile"]
    resources = [local.instance_profile]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/${local.owned_tag}"
      values   = ["owned"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/eks:eks-cluster-name"
      values   = [var.cluster_name]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/topology.kubernetes.io/region"
      values   = [local.region]
    }

    condition {
      test     = "StringLike"
      variable = "aws:RequestTag/karpenter.k8s.aws/ec2nodeclass"
      values   = ["*"]
    }
  }

  statement {
    sid       = "TagOwnInstanceProfiles"
    actions   = ["iam:TagInstanceProfile"]
    resources = [local.instance_profile]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/${local.owned_tag}"
      values   = ["owned"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/topology.kubernetes.io/region"
      values   = [local.region]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/${local.owned_tag}"
      values   = ["owned"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/eks:eks-cluster-name"
      values   = [var.cluster_name]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:RequestTag/topology.kubernetes.io/region"
      values   = [local.region]
    }

    condition {
      test     = "StringLike"
      variable = "aws:ResourceTag/karpenter.k8s.aws/ec2nodeclass"
      values   = ["*"]
    }

    condition {
      test     = "StringLike"
      variable = "aws:RequestTag/karpenter.k8s.aws/ec2nodeclass"
      values   = ["*"]
    }
  }

  statement {
    sid       = "ManageOwnInstanceProfiles"
    actions   = ["iam:AddRoleToInstanceProfile", "iam:RemoveRoleFromInstanceProfile", "iam:DeleteInstanceProfile"]
    resources = [local.instance_profile]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/${local.owned_tag}"
      values   = ["owned"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/topology.kubernetes.io/region"
      values   = [local.region]
    }

    condition {
      test     = "StringLike"
      variable = "aws:ResourceTag/karpenter.k8s.aws/ec2nodeclass"
      values   = ["*"]
    }
  }

  statement {
    sid       = "ReadInstanceProfiles"
    actions   = ["iam:GetInstanceProfile"]
    resources = [local.instance_profile]
  }

  # 1.7: clean-up of instance profiles that no NodeClass uses any more. Listing knows no resource-level permission.
  dynamic "statement" {
    for_each = local.minor >= 7 ? [1] : []

    content {
      sid       = "ListInstanceProfiles"
      actions   = ["iam:ListInstanceProfiles"]
      resources = ["*"]
    }
  }
}

data "aws_iam_policy_document" "interruption" {
  statement {
    sid       = "ReadInterruptionQueue"
    actions   = ["sqs:DeleteMessage", "sqs:GetQueueUrl", "sqs:ReceiveMessage"]
    resources = [var.interruption_queue_arn]
  }

  # 1.12: zonal shift of the cluster
  dynamic "statement" {
    for_each = local.minor >= 12 ? [1] : []

    content {
      sid     = "ReadZonalShift"
      actions = ["arc-zonal-shift:GetManagedResource"]
      # The action knows no resources, only this key: with the ARN as resource it is denied.
      resources = ["*"]

      condition {
        test     = "StringEquals"
        variable = "arc-zonal-shift:ResourceIdentifier"
        values   = [local.cluster_arn]
      }
    }
  }
}

data "aws_iam_policy_document" "discovery" {
  statement {
    sid = "ReadRegion"
    actions = concat(
      [
        "ec2:DescribeImages",
        "ec2:DescribeInstances",
        "ec2:DescribeInstanceTypeOfferings",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeLaunchTemplates",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSpotPriceHistory",
        "ec2:DescribeSubnets",
      ],
      # 1.3: capacity reservations
      local.minor >= 3 ? ["ec2:DescribeCapacityReservations"] : [],
      # 1.11: placement groups
      local.minor >= 11 ? ["ec2:DescribePlacementGroups"] : [],
      # 1.12: status checks, with or without the queue
      local.minor >= 12 ? ["ec2:DescribeInstanceStatus"] : [],
    )
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:RequestedRegion"
      values   = [local.region]
    }
  }

  statement {
    sid       = "ReadImageParameters"
    actions   = ["ssm:GetParameter"]
    resources = ["arn:${local.partition}:ssm:${local.region}::parameter/aws/service/*"]
  }

  # Prices are no resource of an account or region.
  statement {
    sid       = "ReadPrices"
    actions   = ["pricing:GetProducts"]
    resources = ["*"]
  }

  statement {
    sid       = "DescribeCluster"
    actions   = ["eks:DescribeCluster"]
    resources = [local.cluster_arn]
  }
}
