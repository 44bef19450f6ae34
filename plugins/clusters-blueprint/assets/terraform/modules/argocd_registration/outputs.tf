output "role_arn" {
  description = "ARN of the role that Argo CD assumes; the hub's role needs sts:AssumeRole on it."
  value       = aws_iam_role.argocd.arn
}
