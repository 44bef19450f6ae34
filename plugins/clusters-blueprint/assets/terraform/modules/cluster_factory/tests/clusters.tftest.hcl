# terraform init && terraform test, with no AWS account.

mock_provider "aws" {
  source = "../../testing/aws"
}

mock_provider "cloudinit" {}
mock_provider "null" {}
mock_provider "time" {}
mock_provider "tls" {}

variables {
  clusters = {
    old = {
      name               = "legacy-eu"
      kubernetes_version = "1.31"
      karpenter_version  = "1.1.1"
      vpc_cidr           = "10.40.0.0/16"
      zones              = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
      admin_role_arns    = ["arn:aws:iam::123456789012:role/platform", "arn:aws:iam::123456789012:role/terraform"]
      portal_role_arn    = "arn:aws:iam::123456789012:role/backstage"
    }
    new = {
      name                    = "a-name-of-thirty-two-characters0"
      kubernetes_version      = "1.36"
      karpenter_version       = "1.15.1"
      vpc_cidr                = "10.44.0.0/22"
      secondary_cidrs         = ["100.64.0.0/16"]
      zones                   = ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d", "us-east-1f"]
      nodes_in_public_subnets = true
    }
  }
}

run "interruption_handling" {
  command = plan

  assert {
    condition     = aws_sqs_queue.karpenter["old"].name == "legacy-eu-karpenter" && output.karpenter_interruption_queue_names.new == "a-name-of-thirty-two-characters0-karpenter"
    error_message = "A queue has the name of its cluster and -karpenter."
  }

  assert {
    condition     = alltrue([for queue in aws_sqs_queue.karpenter : queue.sqs_managed_sse_enabled && queue.message_retention_seconds == 300])
    error_message = "Queues are encrypted and keep a message for five minutes."
  }

  assert {
    condition     = length([for id in keys(aws_cloudwatch_event_rule.karpenter) : id if startswith(id, "old/")]) == 4
    error_message = "Karpenter 1.1 understands four kinds of events."
  }

  assert {
    condition     = length([for id in keys(aws_cloudwatch_event_rule.karpenter) : id if startswith(id, "new/")]) == 5
    error_message = "Karpenter 1.10 and later also understand capacity reservation warnings."
  }

  assert {
    condition     = alltrue([for rule in aws_cloudwatch_event_rule.karpenter : length(rule.name) <= 64])
    error_message = "EventBridge allows rule names of 64 characters."
  }
}

run "subnets" {
  command = plan

  assert {
    condition     = local.node_subnets.old == ["10.40.0.0/18", "10.40.64.0/18", "10.40.128.0/18"]
    error_message = "Three zones: a quarter of the VPC for the nodes of each."
  }

  assert {
    condition     = length(local.node_subnets.new) == 10 && local.node_subnets.new[0] == "10.44.0.0/25" && local.node_subnets.new[5] == "100.64.0.0/19"
    error_message = "Five zones: an eighth of the VPC for each, and once more from each secondary range."
  }

  assert {
    condition = alltrue(flatten([
      for key in keys(var.clusters) : [
        for cidr in concat(local.small_subnets[key], local.intra_subnets[key]) : tonumber(split("/", cidr)[1]) <= 28
      ]
    ]))
    error_message = "AWS allows no subnet below /28."
  }
}

run "access" {
  command = plan

  assert {
    condition     = length(local.access_entries.old) == 3
    error_message = "A principal that is named twice, here the runner, has one access entry."
  }

  assert {
    condition     = length(local.access_entries.old["arn:aws:iam::123456789012:role/backstage"].policy_associations) == 0
    error_message = "The portal reads through its group, and has no access policy."
  }

  assert {
    condition     = local.access_entries.old["arn:aws:iam::123456789012:role/backstage"].kubernetes_groups[0] == "clusterworks:readers"
    error_message = "The portal is in the group that the read-only ClusterRole is bound to."
  }
}

run "endpoint" {
  command = plan

  assert {
    condition     = join(" ", local.endpoint_private_access_cidrs.old) == "10.40.0.0/16" && join(" ", local.endpoint_private_access_cidrs.new) == "10.44.0.0/22 100.64.0.0/16"
    error_message = "By default the private endpoint answers the ranges of its own VPC."
  }
}

run "refuses_everybody_on_the_private_endpoint" {
  command = plan

  variables {
    clusters = {
      open = { name = "test", kubernetes_version = "1.35", karpenter_version = "1.14.3", vpc_cidr = "10.40.0.0/16", zones = ["eu-west-1a", "eu-west-1b"], endpoint_private_access_cidrs = ["0.0.0.0/0"] }
    }
  }

  expect_failures = [var.clusters]
}

run "refuses_long_names" {
  command = plan

  variables {
    clusters = {
      long = { name = "a-name-of-thirty-three-characters", kubernetes_version = "1.35", karpenter_version = "1.14.3", vpc_cidr = "10.40.0.0/16", zones = ["eu-west-1a", "eu-west-1b"] }
    }
  }

  expect_failures = [var.clusters]
}

run "refuses_host_addresses" {
  command = plan

  variables {
    clusters = {
      host = { name = "test", kubernetes_version = "1.35", karpenter_version = "1.14.3", vpc_cidr = "10.40.0.1/16", zones = ["eu-west-1a", "eu-west-1b"] }
    }
  }

  expect_failures = [var.clusters]
}

run "refuses_the_whole_internet" {
  command = plan

  variables {
    clusters = {
      open = { name = "test", kubernetes_version = "1.35", karpenter_version = "1.14.3", vpc_cidr = "10.40.0.0/16", zones = ["eu-west-1a", "eu-west-1b"], endpoint_public_access_cidrs = ["0.0.0.0/0"] }
    }
  }

  expect_failures = [var.clusters]
}

run "refuses_a_single_zone" {
  command = plan

  variables {
    clusters = {
      single = { name = "test", kubernetes_version = "1.35", karpenter_version = "1.14.3", vpc_cidr = "10.40.0.0/16", zones = ["eu-west-1a"] }
    }
  }

  expect_failures = [var.clusters]
}

run "takes_an_existing_vpc_as_it_is" {
  command = plan

  variables {
    clusters = {
      shared = {
        name               = "shared"
        kubernetes_version = "1.35"
        karpenter_version  = "1.14.3"
        vpc_cidr           = "10.46.0.0/24"
        zones              = ["eu-west-1a", "eu-west-1b"]
        existing_network = {
          vpc_id                   = "vpc-0123456789abcdef0"
          node_subnet_ids          = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
          control_plane_subnet_ids = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
        }
      }
    }
  }

  assert {
    condition     = length(aws_vpc_endpoint.s3) == 0 && output.networks.shared.vpc_id == "vpc-0123456789abcdef0" && length(output.networks.shared.private_route_table_ids) == 0
    error_message = "Nothing is made in an existing VPC."
  }

  assert {
    condition     = output.clusters.shared.node_subnet_ids == tolist(["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"])
    error_message = "Nodes are in the subnets that are named."
  }
}

run "opens_endpoints_to_the_vpc_alone" {
  command = plan

  variables {
    clusters = {
      offline = {
        name                = "offline"
        kubernetes_version  = "1.35"
        karpenter_version   = "1.14.3"
        vpc_cidr            = "10.47.0.0/16"
        zones               = ["eu-west-1a", "eu-west-1b"]
        interface_endpoints = ["ecr.api", "eks-auth"]
      }
    }
  }

  assert {
    condition     = [for endpoint in aws_vpc_endpoint.interface : endpoint.service_name] == ["com.amazonaws.eu-west-1.ecr.api", "com.amazonaws.eu-west-1.eks-auth"] && alltrue([for endpoint in aws_vpc_endpoint.interface : endpoint.private_dns_enabled])
    error_message = "Each service has an endpoint that answers to its usual name."
  }

  assert {
    condition     = [for rule in aws_vpc_security_group_ingress_rule.endpoints : "${rule.cidr_ipv4} ${rule.from_port}"] == ["10.47.0.0/16 443"]
    error_message = "Endpoints answer the VPC on 443, and nobody else."
  }
}
