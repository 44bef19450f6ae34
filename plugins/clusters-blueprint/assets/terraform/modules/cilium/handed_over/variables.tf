variable "cluster_name" {
  description = "Name of the EKS cluster."
  type        = string
}

variable "namespace" {
  description = "Namespace of Cilium."
  type        = string
  default     = "kube-system"
}
