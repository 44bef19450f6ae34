output "clusters" {
  description = "What the other modules need to know about each cluster, by the key of var.clusters."
  value = {
    for key, cluster in var.clusters : key => {
      name                       = cluster.name
      arn                        = module.eks[key].cluster_arn
      endpoint                   = module.eks[key].cluster_endpoint
      certificate_authority_data = module.eks[key].cluster_certificate_authority_data
      service_cidr               = module.eks[key].cluster_service_cidr
      node_security_group_id     = module.eks[key].node_security_group_id
      node_subnet_ids            = local.networks[key].node_subnet_ids
      vpc_id                     = local.networks[key].vpc_id
      account_id                 = local.account_id
      region                     = data.aws_region.current.region
      interruption_queue_name    = aws_sqs_queue.karpenter[key].name
      interruption_queue_arn     = aws_sqs_queue.karpenter[key].arn
    }
  }

  # Whoever connects to a cluster needs its access entries, and not only its endpoint.
  depends_on = [module.eks]
}

output "networks" {
  description = "What others build on in the VPC of each cluster, by the key of var.clusters. Of an existing VPC it holds what the module was told."
  value = {
    for key, cluster in var.clusters : key => {
      vpc_id                  = local.networks[key].vpc_id
      vpc_cidr                = cluster.vpc_cidr
      secondary_cidrs         = cluster.secondary_cidrs
      node_subnet_ids         = local.networks[key].node_subnet_ids
      private_subnet_ids      = try(module.vpc[key].private_subnets, [])
      public_subnet_ids       = try(module.vpc[key].public_subnets, [])
      intra_subnet_ids        = try(module.vpc[key].intra_subnets, [])
      private_route_table_ids = try(module.vpc[key].private_route_table_ids, [])
      public_route_table_ids  = try(module.vpc[key].public_route_table_ids, [])
      intra_route_table_ids   = try(module.vpc[key].intra_route_table_ids, [])
      nat_public_ips          = try(module.vpc[key].nat_public_ips, [])
    }
  }
}

output "security_group_ids" {
  description = "Security groups of each cluster, by the key of var.clusters: of the control plane (the one whose rules say who reaches the API, and the one that EKS makes), and of the nodes and pods."
  value = {
    for key, cluster in var.clusters : key => {
      control_plane         = module.eks[key].cluster_security_group_id
      control_plane_primary = module.eks[key].cluster_primary_security_group_id
      nodes                 = module.eks[key].node_security_group_id
    }
  }
}

output "oidc_issuer_urls" {
  description = "OIDC issuer of each cluster, by the key of var.clusters, for roles that trust service accounts. Pod Identity needs none."
  value       = { for key, cluster in var.clusters : key => module.eks[key].cluster_oidc_issuer_url }
}

output "karpenter_interruption_queue_names" {
  description = "Name of the interruption queue of each cluster, by the key of var.clusters."
  value       = { for key, queue in aws_sqs_queue.karpenter : key => queue.name }
}

output "karpenter_interruption_queue_urls" {
  description = "URL of the interruption queue of each cluster, by the key of var.clusters."
  value       = { for key, queue in aws_sqs_queue.karpenter : key => queue.url }
}
