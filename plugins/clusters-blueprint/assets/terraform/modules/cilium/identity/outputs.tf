output "operator_role_arn" {
  description = "ARN of the role that the Cilium operator assumes by Pod Identity."
  value       = aws_iam_role.operator.arn
  depends_on  = [aws_eks_pod_identity_association.operator]
}
