output "cluster_name" {
  description = "Name of the EKS cluster, once the role of the Cilium operator exists."
  value       = var.cluster_name
  depends_on  = [module.identity]
}

output "operator_role_arn" {
  description = "ARN of the role that the Cilium operator assumes by Pod Identity."
  value       = module.identity.operator_role_arn
}
