variable "cluster_name" {
  description = "Name of the EKS cluster. Take it from an output of the module that installs the CNI: that is what orders the nodes after it."
  type        = string
}

variable "kubernetes_version" {
  description = "Kubernetes minor version of the nodes."
  type        = string
}

variable "cluster_service_cidr" {
  description = "Service range of the cluster; nodes on Amazon Linux 2023 need it to join."
  type        = string
}

variable "subnet_ids" {
  description = "Subnets of the nodes."
  type        = list(string)
}

variable "node_security_group_id" {
  description = "The node security group. The cluster's primary security group is not attached: two groups with the kubernetes.io/cluster tag on one node break the AWS Load Balancer Controller."
  type        = string
}

variable "instance_types" {
  description = "EC2 instance types, all of one architecture."
  type        = list(string)
}

variable "ami_type" {
  description = "EKS AMI type that fits the architecture of the instance types."
  type        = string
  default     = "AL2023_x86_64_STANDARD"
}

variable "ami_release_version" {
  description = "EKS AMI release. When null, EKS takes the newest one when it creates the group or upgrades its Kubernetes version, and later releases roll no nodes by surprise."
  type        = string
  default     = null
}

variable "min_size" {
  description = "Smallest number of nodes; also the number at the start."
  type        = number
  default     = 2
}

variable "max_size" {
  description = "Largest number of nodes."
  type        = number
  default     = 4
}

variable "volume_size" {
  description = "Size of the root volume in GiB."
  type        = number
  default     = 50
}

variable "tags" {
  description = "Tags for instances, volumes and network interfaces: the provider's default_tags do not reach what a launch template creates."
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

variable "coredns_version" {
  description = "Version of the CoreDNS add-on. When null, the default of EKS for the Kubernetes version, which AWS moves."
  type        = string
  default     = null
}

variable "kms_key_arn" {
  description = "Key of the root volumes, where it is not the one that EBS takes by default. Its policy must let AWSServiceRoleForAutoScaling use it."
  type        = string
  default     = null
}

variable "boot_script" {
  description = "Shell script that nodes run before they join, such as one that names mirrors of registries."
  type        = string
  default     = null
}
