variable "cluster_name" {
  description = "Name of the EKS cluster. Take it from an output of the module that brings up system nodes and DNS: that is what orders Karpenter after them."
  type        = string
}

variable "cluster_endpoint" {
  description = "URL of the Kubernetes API, for the nodes that Karpenter launches."
  type        = string
}

variable "region" {
  description = "Region of the cluster. The controller cannot ask the instance metadata service, which is one hop too far."
  type        = string
}

variable "chart_version" {
  description = "Version of the karpenter and karpenter-crd charts, without a leading v."
  type        = string
}

variable "namespace" {
  description = "Namespace of Karpenter. API Priority and Fairness favours kube-system."
  type        = string
  default     = "kube-system"
}

variable "interruption_queue_name" {
  description = "Name of the interruption queue."
  type        = string
}

variable "interruption_queue_arn" {
  description = "ARN of the interruption queue."
  type        = string
}

variable "replicas" {
  description = "Replicas of the controller; one leads. Two replicas need two nodes in two zones that Karpenter does not own."
  type        = number
  default     = 2
}

variable "values" {
  description = "Helm values as YAML documents, the last one has the last word. They overrule the defaults of this module, but not the names, endpoint and number of replicas that it is given."
  type        = list(string)
  default     = []
}

variable "chart_repository" {
  description = "Where the charts comes from. Regions without access to it, such as those in China, need a mirror."
  type        = string
  default     = "oci://public.ecr.aws/karpenter"
}

variable "iam" {
  description = "What the account asks of IAM roles: a permissions boundary, and how their names begin."
  type = object({
    permissions_boundary = optional(string)
    name_prefix          = optional(string, "")
  })
  default = {}
}
