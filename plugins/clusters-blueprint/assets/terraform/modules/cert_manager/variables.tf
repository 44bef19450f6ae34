variable "cluster_name" {
  description = "Name of the EKS cluster. Take it from an output of the module that brings up system nodes and DNS: the pods need them."
  type        = string
}

variable "kubernetes_version" {
  description = "Kubernetes minor version of the cluster."
  type        = string
}

variable "addon_version" {
  description = "Version of the add-on. When null, the default of EKS for the Kubernetes version."
  type        = string
  default     = null
}

variable "iam" {
  description = "What the account asks of IAM roles: a permissions boundary, and how their names begin."
  type = object({
    permissions_boundary = optional(string)
    name_prefix          = optional(string, "")
  })
  default = {}
}

variable "hosted_zone_ids" {
  description = "Hosted zones of Route 53 in which DNS-01 challenges are answered; none when empty."
  type        = list(string)
  default     = []
}
