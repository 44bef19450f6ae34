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
