variable "cluster_name" {
  description = "Name of the EKS cluster. Take it from an output of the module that brings up system nodes and DNS: the add-on becomes ACTIVE only when its pods run."
  type        = string
}

variable "kubernetes_version" {
  description = "Kubernetes minor version of the cluster; decides the version of the add-on that EKS takes by default."
  type        = string
}

variable "name" {
  description = "Name of the add-on in EKS."
  type        = string
}

variable "addon_version" {
  description = "Version of the add-on, such as v1.64.0-eksbuild.1. When null, the default of EKS for the Kubernetes version, which AWS moves."
  type        = string
  default     = null
}

variable "configuration" {
  description = "Values of the add-on, by the schema that `aws eks describe-addon-configuration` prints."
  type        = any
  default     = {}
}
