# terraform init && terraform test, with no AWS account.

mock_provider "aws" {
  source = "../../../testing/aws"
}

variables {
  cluster_name           = "a-name-of-thirty-two-characters0"
  karpenter_version      = "1.14.3"
  interruption_queue_arn = "arn:aws:sqs:eu-west-1:123456789012:test-karpenter"
}

run "rights_of_1_1" {
  variables {
    karpenter_version = "1.1.1"
  }

  assert {
    condition     = !strcontains(jsonencode(data.aws_iam_policy_document.lifecycle.statement), "capacity-reservation") && !strcontains(jsonencode(data.aws_iam_policy_document.discovery.statement), "DescribeCapacityReservations")
    error_message = "Capacity reservations came with Karpenter 1.3."
  }

  assert {
    condition     = !strcontains(jsonencode(data.aws_iam_policy_document.iam.statement), "iam:ListInstanceProfiles")
    error_message = "Listing instance profiles came with Karpenter 1.7."
  }

  assert {
    condition     = !strcontains(jsonencode(data.aws_iam_policy_document.interruption.statement), "arc-zonal-shift")
    error_message = "Zonal shift came with Karpenter 1.12."
  }
}

run "rights_of_1_14" {
  assert {
    condition = alltrue([
      for action in ["ec2:DescribeCapacityReservations", "ec2:DescribePlacementGroups", "ec2:DescribeInstanceStatus"] :
      strcontains(jsonencode(data.aws_iam_policy_document.discovery.statement), action)
    ])
    error_message = "Karpenter 1.14 describes capacity reservations, placement groups and instance status."
  }

  assert {
    condition = length([
      for statement in data.aws_iam_policy_document.interruption.statement : statement
      if statement.sid == "ReadZonalShift" && contains(statement.resources, "*") && strcontains(jsonencode(statement.condition), "arc-zonal-shift:ResourceIdentifier") && strcontains(jsonencode(statement.condition), ":cluster/a-name-of-thirty-two-characters0")
    ]) == 1
    error_message = "Karpenter 1.14 reads the zonal shift of its own cluster, which is named by a condition."
  }

  assert {
    condition     = !strcontains(jsonencode(data.aws_iam_policy_document.lifecycle.statement), "ec2:RebootInstances")
    error_message = "Rebooting came with Karpenter 1.15."
  }

  assert {
    condition     = aws_iam_role.node.name == "a-name-of-thirty-two-characters0-karpenter-node" && length(aws_iam_role.node.name) <= 64
    error_message = "The NodeClasses name the node role, and IAM allows 64 characters."
  }

  assert {
    condition     = aws_eks_access_entry.node.type == "EC2_LINUX"
    error_message = "Nodes join by an access entry of type EC2_LINUX."
  }
}

run "rights_of_1_15" {
  variables {
    karpenter_version = "1.15.1"
  }

  assert {
    condition     = strcontains(jsonencode(data.aws_iam_policy_document.lifecycle.statement), "ec2:RebootInstances")
    error_message = "Karpenter 1.15 may reboot its own instances."
  }
}

run "refuses_a_leading_v" {
  command = plan

  variables {
    karpenter_version = "v1.14.3"
  }

  expect_failures = [var.karpenter_version]
}
