output "controller_role_arn" {
  description = "ARN of the role that the Karpenter controller assumes by Pod Identity."
  value       = module.identity.controller_role_arn
}

output "node_role_name" {
  description = "Name of the role of the nodes that Karpenter launches; EC2NodeClass.spec.role names it."
  value       = module.identity.node_role_name
}

output "cluster_name" {
  description = "Name of the EKS cluster, once the roles of Karpenter exist."
  value       = var.cluster_name
  depends_on  = [module.identity]
}
