output "addon_version" {
  description = "Version of the add-on, once it is active."
  value       = module.addon.addon_version
}
