variable "cluster_name" {
  description = "Name of the EKS cluster."
  type        = string
}

variable "cluster_endpoint" {
  description = "URL of the Kubernetes API. Without kube-proxy, Cilium cannot find it through the kubernetes Service."
  type        = string
}

variable "chart_version" {
  description = "Version of the Cilium chart, without a leading v."
  type        = string

  validation {
    condition     = can(regex("^1\\.[0-9]+\\.[0-9]+$", var.chart_version))
    error_message = "chart_version is a release such as \"1.19.9\", without a leading v."
  }
}

variable "values" {
  description = "Helm values as YAML documents, the last one has the last word. The endpoint is added by this module."
  type        = list(string)
  default     = []
}

variable "namespace" {
  description = "Namespace of Cilium."
  type        = string
  default     = "kube-system"
}

variable "chart_repository" {
  description = "Where the chart comes from. Regions without access to it, such as those in China, need a mirror."
  type        = string
  default     = "https://helm.cilium.io/"
}

variable "service_monitors" {
  description = "Whether the values ask for ServiceMonitors. Their definitions are then installed first."
  type        = bool
  default     = false
}

variable "iam" {
  description = "What the account asks of IAM roles: a permissions boundary, and how their names begin."
  type = object({
    permissions_boundary = optional(string)
    name_prefix          = optional(string, "")
  })
  default = {}
}

variable "monitoring_chart_repository" {
  description = "Where the chart prometheus-operator-crds comes from."
  type        = string
  default     = "https://prometheus-community.github.io/helm-charts"
}
