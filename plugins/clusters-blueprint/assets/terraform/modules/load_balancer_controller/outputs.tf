output "role_arn" {
  description = "ARN of the role that the controller assumes by Pod Identity."
  value       = module.role.role_arn
}
