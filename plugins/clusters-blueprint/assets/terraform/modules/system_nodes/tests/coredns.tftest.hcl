# terraform init && terraform test, with no AWS account.

mock_provider "aws" {
  source = "../../testing/aws"
}

mock_provider "cloudinit" {}
mock_provider "null" {}
mock_provider "time" {}
mock_provider "tls" {}

variables {
  cluster_name           = "test"
  kubernetes_version     = "1.35"
  cluster_service_cidr   = "172.20.0.0/16"
  subnet_ids             = ["subnet-1", "subnet-2"]
  node_security_group_id = "sg-1"
  instance_types         = ["m6i.large"]
}

run "grows_with_the_cluster" {
  command = plan

  assert {
    condition     = jsondecode(aws_eks_addon.coredns.configuration_values).autoScaling.enabled
    error_message = "EKS adds replicas of CoreDNS as the cluster grows."
  }

  assert {
    condition     = length(jsondecode(aws_eks_addon.coredns.configuration_values).topologySpreadConstraints) == 2
    error_message = "Replicas of CoreDNS spread over zones and nodes."
  }
}

run "asks_no_more_than_the_add_on_knows" {
  command = plan

  variables {
    kubernetes_version = "1.30"
  }

  assert {
    condition     = !can(jsondecode(aws_eks_addon.coredns.configuration_values).autoScaling)
    error_message = "The default add-on of Kubernetes 1.30 refuses autoScaling."
  }
}
