variable "cluster_name" {
  description = "Name of the EKS cluster."
  type        = string
}

variable "karpenter_version" {
  description = "Version of Karpenter, without a leading v. The controller gets the rights of this version and no later one's."
  type        = string

  validation {
    condition     = can(regex("^1\\.[0-9]+\\.[0-9]+$", var.karpenter_version))
    error_message = "karpenter_version is a release of Karpenter 1.x such as \"1.14.3\", without a leading v."
  }
}

variable "namespace" {
  description = "Namespace of the Karpenter controller."
  type        = string
  default     = "kube-system"
}

variable "interruption_queue_arn" {
  description = "ARN of the interruption queue."
  type        = string
}

variable "iam" {
  description = "What the account asks of IAM roles: a permissions boundary, and how their names begin."
  type = object({
    permissions_boundary = optional(string)
    name_prefix          = optional(string, "")
  })
  default = {}
}
