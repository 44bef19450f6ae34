variable "cluster_name" {
  description = "Name of the EKS cluster."
  type        = string
}

variable "chart_version" {
  description = "Version of the karpenter chart that Argo CD installs: it decides the rights of the controller."
  type        = string
}

variable "namespace" {
  description = "Namespace of Karpenter."
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
