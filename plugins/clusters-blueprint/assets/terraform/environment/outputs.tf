output "cluster_status" {
  description = "What scripts/publish-cluster-status.sh writes to status.yaml."
  value = {
    eksName              = module.cluster_factory.clusters[local.name].name
    accountId            = module.cluster_factory.clusters[local.name].account_id
    endpoint             = module.cluster_factory.clusters[local.name].endpoint
    certificateAuthority = module.cluster_factory.clusters[local.name].certificate_authority_data
    interruptionQueue    = module.cluster_factory.karpenter_interruption_queue_names[local.name]
  }
}

output "karpenter_interruption_queue_names" {
  description = "Name of the interruption queue, by cluster name."
  value       = module.cluster_factory.karpenter_interruption_queue_names
}

output "karpenter_interruption_queue_urls" {
  description = "URL of the interruption queue, by cluster name."
  value       = module.cluster_factory.karpenter_interruption_queue_urls
}

output "karpenter_node_role_name" {
  description = "Role of the nodes that Karpenter launches; the NodeClasses name it."
  value       = module.karpenter.node_role_name
}

output "update_kubeconfig_command" {
  description = "Adds the cluster to the kubeconfig at hand."
  value       = "aws eks update-kubeconfig --name ${local.name} --region ${local.region}"
}

output "network" {
  description = "VPC, subnets and route tables of the cluster, for other roots to build on."
  value       = module.cluster_factory.networks[local.name]
}

output "security_group_ids" {
  description = "Security groups of control plane and nodes; pods have that of their node."
  value       = module.cluster_factory.security_group_ids[local.name]
}

output "oidc_issuer_url" {
  description = "OIDC issuer of the cluster, for roles that trust service accounts."
  value       = module.cluster_factory.oidc_issuer_urls[local.name]
}
