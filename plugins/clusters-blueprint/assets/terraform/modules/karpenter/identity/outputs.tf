output "controller_role_arn" {
  description = "ARN of the role that the Karpenter controller assumes by Pod Identity."
  value       = aws_iam_role.controller.arn
  depends_on  = [aws_eks_pod_identity_association.controller]
}

output "node_role_name" {
  description = "Name of the role of the nodes that Karpenter launches; EC2NodeClass.spec.role names it."
  value       = aws_iam_role.node.name
  depends_on  = [aws_eks_access_entry.node, aws_iam_role_policy_attachment.node]
}
