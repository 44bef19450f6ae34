variable "cluster_name" {
  description = "Name of the EKS cluster."
  type        = string
}

variable "cluster_endpoint" {
  description = "URL of the Kubernetes API."
  type        = string
}

variable "certificate_authority_data" {
  description = "Certificate authority of the Kubernetes API, PEM in base64."
  type        = string
}

variable "hub_management_role_arn" {
  description = "Role that Argo CD works with in the hub; it may assume the role that this module makes. With the Argo CD capability of EKS: the role of the capability."
  type        = string
}

variable "hub_is_capability" {
  description = "Whether the hub is the Argo CD capability of EKS, and not an Argo CD of one's own."
  type        = bool
  default     = false
}

variable "cluster_arn" {
  description = "ARN of the EKS cluster; the Argo CD capability knows clusters by it."
  type        = string
  default     = null
}

variable "hub_namespace" {
  description = "Namespace of Argo CD in the hub."
  type        = string
  default     = "argocd"
}

variable "managed" {
  description = "Whether the ApplicationSets select the cluster. False until Terraform has let go of the releases, so that they never have two owners."
  type        = bool
}

variable "environment" {
  description = "Environment of the cluster, a folder of the platform repository."
  type        = string
}

variable "cilium_version" {
  description = "Version of the Cilium chart."
  type        = string
}

variable "karpenter_version" {
  description = "Version of the Karpenter charts."
  type        = string
}

variable "karpenter_namespace" {
  description = "Namespace of Karpenter."
  type        = string
}

variable "interruption_queue_name" {
  description = "Name of the interruption queue."
  type        = string
}

variable "repository_url" {
  description = "Clone address of the platform repository."
  type        = string
}

variable "repository_revision" {
  description = "Branch of the platform repository."
  type        = string
  default     = "main"
}

variable "iam" {
  description = "What the account asks of IAM roles: a permissions boundary, and how their names begin."
  type = object({
    permissions_boundary = optional(string)
    name_prefix          = optional(string, "")
  })
  default = {}
}
