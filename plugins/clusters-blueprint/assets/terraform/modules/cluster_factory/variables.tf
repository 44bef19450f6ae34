variable "clusters" {
  description = "Clusters to create, by a key of the caller's choice. Each gets a VPC, an EKS control plane without nodes, and the interruption queue of its Karpenter."
  type = map(object({
    # EKS cluster name. Every name that is derived from it fits the AWS limits up to 32 characters.
    name = string
    # Kubernetes minor version, for example "1.35".
    kubernetes_version = string
    # Karpenter version, for example "1.14.3": it decides which events are forwarded to the queue.
    karpenter_version = string

    # VPC range, /16 to /22, and further ranges that only carry node subnets.
    vpc_cidr        = string
    secondary_cidrs = optional(list(string), [])
    # A VPC that is there already, with subnets in two zones at least. It is taken as it is: its routes, endpoints and
    # flow logs are its owner's. Then vpc_cidr and secondary_cidrs only say who is in it.
    existing_network = optional(object({
      vpc_id                   = string
      node_subnet_ids          = list(string)
      control_plane_subnet_ids = list(string)
    }))
    # IPAM pool that vpc_cidr is taken from.
    ipam_pool_id = optional(string)
    # Zone names, two to six. Not a count: which zones an account sees may change, and subnets cannot move.
    zones = list(string)
    # One NAT gateway per zone instead of one for the VPC.
    nat_gateway_per_zone = optional(bool, false)
    # Nodes in public subnets: the large subnets become the public ones, and they carry the discovery tag.
    nodes_in_public_subnets = optional(bool, false)

    # The private endpoint is always on. These ranges, if any, also reach the public one.
    endpoint_public_access_cidrs = optional(list(string), [])
    # These ranges reach the private one, where they have a route; by default those of the VPC. Its nodes always do.
    endpoint_private_access_cidrs = optional(list(string))

    # Ranges of the other clusters of a mesh: their nodes and pods are let in on every port.
    peer_cidrs = optional(list(string), [])

    # Nodes with Elastic Fabric Adapters, whose traffic is let out to other nodes by group only.
    efa = optional(bool, false)

    # AWS services that nodes reach without a NAT gateway, such as "ecr.api".
    interface_endpoints = optional(list(string), [])

    # IAM roles that administer the cluster, and the role of the developer portal, which only reads.
    admin_role_arns = optional(list(string), [])
    portal_role_arn = optional(string)

    # STANDARD lets EKS upgrade the control plane by itself at the end of standard support.
    upgrade_support_type = optional(string, "EXTENDED")
    deletion_protection  = optional(bool, false)

    control_plane_log_types = optional(list(string), ["api", "audit", "authenticator", "controllerManager", "scheduler"])
    log_retention_days      = optional(number, 90)
    flow_logs               = optional(bool, true)

    # Version of the add-on that gives pods their AWS roles; by default that of EKS for the Kubernetes version.
    pod_identity_agent_version = optional(string)

    # Tags of the EKS cluster itself, such as GuardDutyManaged.
    cluster_tags = optional(map(string), {})
  }))

  validation {
    condition     = alltrue([for c in values(var.clusters) : can(regex("^[a-z]([-a-z0-9]*[a-z0-9])?$", c.name)) && length(c.name) <= 32])
    error_message = "A cluster name has at most 32 lower-case letters, digits and hyphens, starts with a letter and does not end with a hyphen: IAM role, queue and event rule names are derived from it."
  }

  validation {
    condition     = length(distinct([for c in values(var.clusters) : c.name])) == length(var.clusters)
    error_message = "Cluster names must differ from each other."
  }

  validation {
    condition     = alltrue([for c in values(var.clusters) : can(regex("^1\\.[0-9]+$", c.kubernetes_version))])
    error_message = "kubernetes_version is a minor version such as \"1.35\"."
  }

  validation {
    condition     = alltrue([for c in values(var.clusters) : can(regex("^1\\.[0-9]+\\.[0-9]+$", c.karpenter_version))])
    error_message = "karpenter_version is a release of Karpenter 1.x such as \"1.14.3\", without a leading v."
  }

  validation {
    condition = alltrue([
      for c in values(var.clusters) : can(cidrnetmask(c.vpc_cidr)) &&
      try(tonumber(split("/", c.vpc_cidr)[1]) >= 16 && tonumber(split("/", c.vpc_cidr)[1]) <= (c.existing_network == null ? 22 : 28) && cidrhost(c.vpc_cidr, 0) == split("/", c.vpc_cidr)[0], false)
    ])
    error_message = "vpc_cidr is a network address between /16 and /22, for example 10.40.0.0/16; that of an existing VPC may be down to /28."
  }

  validation {
    condition     = alltrue([for c in values(var.clusters) : length(distinct(c.zones)) == length(c.zones) && length(c.zones) >= 2 && length(c.zones) <= 6])
    error_message = "A cluster needs two to six different zones."
  }

  validation {
    condition     = alltrue(flatten([for c in values(var.clusters) : [for cidr in c.endpoint_public_access_cidrs : can(cidrnetmask(cidr)) && !endswith(cidr, "/0")]]))
    error_message = "endpoint_public_access_cidrs holds IPv4 ranges that are narrower than the whole internet."
  }

  validation {
    condition     = alltrue(flatten([for c in values(var.clusters) : [for cidr in coalesce(c.endpoint_private_access_cidrs, []) : can(cidrnetmask(cidr)) && !endswith(cidr, "/0")]]))
    error_message = "endpoint_private_access_cidrs holds IPv4 ranges that are narrower than everything."
  }

  validation {
    condition     = alltrue([for c in values(var.clusters) : contains(["STANDARD", "EXTENDED"], c.upgrade_support_type)])
    error_message = "upgrade_support_type is STANDARD or EXTENDED."
  }
}

variable "grant_runner_admin" {
  description = "Whether the identity that runs Terraform gets cluster administrator access. Without it, one of admin_role_arns must be that identity, or the Helm releases are refused."
  type        = bool
  default     = true
}

variable "runner_role_arn" {
  description = "The identity that grant_runner_admin admits. Defaults to the caller; set it where different identities run Terraform, so that the access entry does not change with each of them."
  type        = string
  default     = null
}

variable "portal_group" {
  description = "Kubernetes group of the developer portal's access entry. A read-only ClusterRole is bound to it."
  type        = string
  default     = "clusterworks:readers"
}

variable "iam" {
  description = "What the account asks of IAM roles: a permissions boundary, and how their names begin."
  type = object({
    permissions_boundary = optional(string)
    name_prefix          = optional(string, "")
  })
  default = {}
}
