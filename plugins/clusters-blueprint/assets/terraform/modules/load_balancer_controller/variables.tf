variable "cluster_name" {
  description = "Name of the EKS cluster. Take it from an output of the module that brings up system nodes and DNS: the pods need them."
  type        = string
}

variable "region" {
  description = "Region of the cluster."
  type        = string
}

variable "vpc_id" {
  description = "VPC of the cluster."
  type        = string
}

variable "chart_version" {
  description = "Version of the aws-load-balancer-controller chart, without a leading v."
  type        = string
}

variable "chart_repository" {
  description = "Where the chart comes from. Regions without access to it, such as those in China, need a mirror."
  type        = string
  default     = "https://aws.github.io/eks-charts"
}

variable "image_repository" {
  description = "Where the image comes from. In the regions of China it is the registry of EKS there."
  type        = string
  default     = "public.ecr.aws/eks/aws-load-balancer-controller"
}

variable "replicas" {
  description = "Replicas of the controller; one leads. Two need two nodes that Karpenter does not own."
  type        = number
  default     = 2
}

variable "tags" {
  description = "Tags of load balancers, target groups and security groups that the controller makes."
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
