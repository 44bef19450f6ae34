# The nodes that Karpenter, CoreDNS and the Cilium operator run on, and that Karpenter does not own; then CoreDNS,
# which is the first thing that needs a Ready node.

module "node_group" {
  source  = "terraform-aws-modules/eks/aws//modules/eks-managed-node-group"
  version = "21.19.0"

  # Node group names are unique per cluster, and the prefix leaves room for the suffix that AWS adds.
  name = "system"

  cluster_name         = var.cluster_name
  kubernetes_version   = var.kubernetes_version
  cluster_service_cidr = var.cluster_service_cidr

  subnet_ids             = var.subnet_ids
  vpc_security_group_ids = [var.node_security_group_id]

  instance_types = var.instance_types
  ami_type       = var.ami_type
  min_size       = var.min_size
  max_size       = var.max_size
  desired_size   = var.min_size

  use_latest_ami_release_version = false
  ami_release_version            = var.ami_release_version

  iam_role_name                 = "${var.iam.name_prefix}${var.cluster_name}-system-nodes"
  iam_role_permissions_boundary = var.iam.permissions_boundary
  iam_role_use_name_prefix      = false
  iam_role_attach_cni_policy    = false
  iam_role_additional_policies = {
    AmazonSSMManagedInstanceCore = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AmazonSSMManagedInstanceCore"
  }

  launch_template_name = "${var.cluster_name}-system"
  launch_template_tags = { Name = "${var.cluster_name}-system" }

  # Hop limit 1 keeps pods away from the credentials of the node. Cilium's agent and operator run in the host network.
  metadata_options = {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  block_device_mappings = {
    root = {
      device_name = "/dev/xvda"
      ebs = {
        volume_size           = var.volume_size
        volume_type           = "gp3"
        encrypted             = true
        kms_key_id            = var.kms_key_arn
        delete_on_termination = true
      }
    }
  }

  # Runs before the node joins.
  cloudinit_pre_nodeadm = var.boot_script == null ? null : [{
    content      = var.boot_script
    content_type = "text/x-shellscript; charset=\"us-ascii\""
  }]

  labels = { "karpenter.sh/controller" = "true" }

  taints = {
    # Keeps workloads on the nodes that Karpenter launches for them.
    system = { key = "CriticalAddonsOnly", value = "true", effect = "NO_SCHEDULE" }
    # The Cilium operator takes it away when the agent on the node is ready; nothing starts without a network.
    cilium = { key = "node.cilium.io/agent-not-ready", value = "true", effect = "NO_EXECUTE" }
  }

  tags = var.tags
}

data "aws_partition" "current" {}

data "aws_eks_addon_version" "coredns" {
  addon_name         = "coredns"
  kubernetes_version = var.kubernetes_version
}

resource "aws_eks_addon" "coredns" {
  cluster_name  = var.cluster_name
  addon_name    = "coredns"
  addon_version = coalesce(var.coredns_version, data.aws_eks_addon_version.coredns.version)

  configuration_values = jsonencode(merge({
    # DNS stays up when Karpenter replaces its nodes, and comes up before Karpenter has launched one.
    nodeSelector = { "karpenter.sh/controller" = "true" }
    tolerations = [
      { key = "CriticalAddonsOnly", operator = "Exists" },
      { key = "node-role.kubernetes.io/control-plane", effect = "NoSchedule" },
    ]
    # One node or zone that fails takes one replica along, where there are several.
    topologySpreadConstraints = [
      for key in ["topology.kubernetes.io/zone", "kubernetes.io/hostname"] : {
        maxSkew           = 1
        topologyKey       = key
        whenUnsatisfiable = "ScheduleAnyway"
        labelSelector     = { matchLabels = { "k8s-app" = "kube-dns" } }
      }
    ]
    }, {
    # Two replicas are right for a few nodes; EKS adds more by nodes and cores. The add-on of 1.30 cannot.
    for key, value in { autoScaling = { enabled = true, minReplicas = 2, maxReplicas = 10 } } :
    key => value if tonumber(split(".", var.kubernetes_version)[1]) >= 31
  }))

  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"

  # The add-on becomes ACTIVE only when its pods run.
  depends_on = [module.node_group]
}
