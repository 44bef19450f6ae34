output "cluster_name" {
  description = "Name of the EKS cluster, once it has Ready nodes and DNS. Whatever waits for pods takes the name from here."
  value       = var.cluster_name
  depends_on  = [aws_eks_addon.coredns, module.node_group]
}

output "node_role_arn" {
  description = "ARN of the IAM role of the system nodes."
  value       = module.node_group.iam_role_arn
}
