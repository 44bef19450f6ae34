output "role_arn" {
  description = "ARN of the role that Argo CD works with here. It is one of its own, on which the hub's role needs sts:AssumeRole, or that of the capability."
  value       = local.principal_arn
}
