# terraform init -backend=false && terraform test, with no AWS account.

mock_provider "aws" {
  source = "../../../testing/aws"
}

mock_provider "cloudinit" {}
mock_provider "helm" {}
mock_provider "null" {}
mock_provider "time" {}
mock_provider "tls" {}

run "creates_the_cluster" {
  assert {
    condition     = output.cluster_status.interruptionQueue == "${one(keys(output.karpenter_interruption_queue_names))}-karpenter"
    error_message = "The queue that Karpenter reads has the name of the cluster and -karpenter."
  }

  assert {
    condition     = endswith(output.karpenter_node_role_name, "${one(keys(output.karpenter_interruption_queue_names))}-karpenter-node")
    error_message = "The NodeClasses of this cluster name this role: its prefix, the name of the cluster and -karpenter-node."
  }

  assert {
    condition     = startswith(output.cluster_status.endpoint, "https://") && can(base64decode(output.cluster_status.certificateAuthority))
    error_message = "The portal gets the endpoint and its certificate authority."
  }

  assert {
    condition     = alltrue([for name in ["vpc_id", "node_subnet_ids", "private_route_table_ids"] : contains(keys(output.network), name)]) && contains(keys(output.security_group_ids), "control_plane") && can(output.oidc_issuer_url)
    error_message = "Others build on VPC, subnets, route tables, security groups and the OIDC issuer."
  }
}

run "opens_the_endpoint_for_a_first_apply" {
  command = plan

  variables {
    bootstrap_cidrs = ["203.0.113.7/32"]
  }
}

run "lets_the_mesh_in" {
  command = plan

  variables {
    peer_cidrs = ["10.50.0.0/16"]
  }
}

run "never_opens_it_to_everybody" {
  command = plan

  variables {
    bootstrap_cidrs = ["0.0.0.0/0"]
  }

  expect_failures = [var.bootstrap_cidrs]
}
