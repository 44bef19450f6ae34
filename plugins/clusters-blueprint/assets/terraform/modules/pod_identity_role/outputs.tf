output "role_arn" {
  description = "ARN of the role, once pods of the service account get it."
  value       = aws_iam_role.this.arn
  depends_on  = [aws_eks_pod_identity_association.this]
}

output "cluster_name" {
  description = "Name of the EKS cluster, once pods of the service account get the role. Whatever starts such pods takes the name from here."
  value       = var.cluster_name
  depends_on  = [aws_eks_pod_identity_association.this]
}
