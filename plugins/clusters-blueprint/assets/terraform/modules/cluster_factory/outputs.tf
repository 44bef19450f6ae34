output "clusters" {
  description = "What the other modules need to know about each cluster, by the key of var.clusters."
  value = {
    for key, cluster in var.clusters : key => {
      name                       = cluster.name
      endpoint                   = module.eks[key].cluster_endpoint
      certificate_authority_data = module.eks[key].cluster_certificate_authority_data
      service_cidr               = module.eks[key].cluster_service_cidr
      node_security_group_id     = module.eks[key].node_security_group_id
      node_subnet_ids            = cluster.nodes_in_public_subnets ? module.vpc[key].public_subnets : module.vpc[key].private_subnets
      vpc_id                     = module.vpc[key].vpc_id
      account_id                 = local.account_id
      region                     = data.aws_region.current.region
      interruption_queue_name    = aws_sqs_queue.karpenter[key].name
      interruption_queue_arn     = aws_sqs_queue.karpenter[key].arn
    }
  }

  # Whoever connects to a cluster needs its access entries, and not only its endpoint.
  depends_on = [module.eks]
}

output "karpenter_interruption_queue_names" {
  description = "Name of the interruption queue of each cluster, by the key of var.clusters."
  value       = { for key, queue in aws_sqs_queue.karpenter : key => queue.name }
}

output "karpenter_interruption_queue_urls" {
  description = "URL of the interruption queue of each cluster, by the key of var.clusters."
  value       = { for key, queue in aws_sqs_queue.karpenter : key => queue.url }
}
