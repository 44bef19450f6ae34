variable "bootstrap_cidrs" {
  description = "Ranges from which this run reaches the Kubernetes API while the endpoint is not public, for example [\"203.0.113.7/32\"] for a first apply from outside the network. The next apply without it closes the endpoint again."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.bootstrap_cidrs : can(cidrnetmask(cidr)) && !endswith(cidr, "/0")])
    error_message = "bootstrap_cidrs holds IPv4 ranges that are narrower than the whole internet."
  }
}

variable "assume_role_arn" {
  description = "Role to work with in the cluster's account, where the credentials at hand belong to another one."
  type        = string
  default     = null
}

variable "runner_role_arn" {
  description = "Role that gets the runner's administrator access to the cluster. Defaults to the caller; set it where different identities run Terraform."
  type        = string
  default     = null
}

variable "deletion_protection" {
  description = "Whether EKS refuses to delete the cluster. Defaults to true in environments whose name starts with prod."
  type        = bool
  default     = null
}

variable "control_plane_log_types" {
  description = "Control plane logs to keep, where they are not those of logging.controlPlane in cluster.yaml."
  type        = list(string)
  default     = null
}

variable "flow_logs" {
  description = "Whether the VPC keeps flow logs in CloudWatch, where it is not as logging.flowLogs in cluster.yaml says."
  type        = bool
  default     = null
}

variable "system_ami_release_version" {
  description = "EKS AMI release of the system nodes. When null, they stay on the release they were created with until the Kubernetes version changes."
  type        = string
  default     = null
}

variable "peer_cidrs" {
  description = "Ranges of other clusters of a Cilium mesh besides those of cilium.clusterMesh.peerCidrs in cluster.yaml. They must be routed to this VPC; their nodes and pods are let in."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for cidr in var.peer_cidrs : can(cidrnetmask(cidr)) && !endswith(cidr, "/0")])
    error_message = "peer_cidrs holds IPv4 ranges that are narrower than the whole internet."
  }
}
