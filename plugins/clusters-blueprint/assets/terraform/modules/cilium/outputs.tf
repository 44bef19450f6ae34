output "cluster_name" {
  description = "Name of the EKS cluster, once its CNI is installed. Whatever creates nodes takes the name from here."
  value       = var.cluster_name
  depends_on  = [helm_release.cilium]
}

output "operator_role_arn" {
  description = "ARN of the role that the Cilium operator assumes by Pod Identity."
  value       = module.identity.operator_role_arn
}
