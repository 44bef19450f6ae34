output "addon_version" {
  description = "Version of the add-on, once it is active."
  value       = aws_eks_addon.this.addon_version
}
