variable "cluster_name" {
  description = "Name of the EKS cluster."
  type        = string
}

variable "name" {
  description = "What the role is for; the end of its name, after that of the cluster."
  type        = string
}

variable "description" {
  description = "Who works with the role, for people."
  type        = string
}

variable "namespace" {
  description = "Namespace of the service account."
  type        = string
}

variable "service_account" {
  description = "Service account whose pods get the role."
  type        = string
}

variable "policy_arns" {
  description = "Managed policies of the role, by a key of the caller's choice."
  type        = map(string)
  default     = {}
}

variable "policies" {
  description = "Inline policies of the role, as JSON by name."
  type        = map(string)
  default     = {}
}

variable "iam" {
  description = "What the account asks of IAM roles: a permissions boundary, and how their names begin."
  type = object({
    permissions_boundary = optional(string)
    name_prefix          = optional(string, "")
  })
  default = {}
}
