import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

// The rig's registry modules have inputs and outputs, but no resources. The
// resources here are those that the simulated account needs: a control plane
// with its access, and nodes that join.
const CONTROL_PLANE = `
resource "aws_eks_cluster" "this" {
  name     = var.name
  role_arn = "arn:aws:iam::111122223333:role/test"

  access_config {
    authentication_mode                         = var.authentication_mode
    bootstrap_cluster_creator_admin_permissions = false
  }

  vpc_config {
    subnet_ids             = var.control_plane_subnet_ids
    endpoint_public_access = var.endpoint_public_access
    public_access_cidrs    = var.endpoint_public_access_cidrs
    security_group_ids     = [aws_security_group.cluster.id]
  }
}

resource "aws_security_group" "cluster" {
  name_prefix = format("%s-cluster-", var.name)
  vpc_id      = var.vpc_id
}

resource "aws_security_group" "node" {
  name_prefix = format("%s-node-", var.name)
  vpc_id      = var.vpc_id
}

# As in the real module: the nodes, and what it is told besides.
resource "aws_security_group_rule" "cluster" {
  for_each = merge(
    {
      ingress_nodes_443 = {
        type = "ingress", protocol = "tcp", from_port = 443, to_port = 443, cidr_blocks = null, source_node_security_group = true
      }
    },
    coalesce(var.security_group_additional_rules, {}),
  )

  security_group_id        = aws_security_group.cluster.id
  type                     = each.value.type
  protocol                 = each.value.protocol
  from_port                = each.value.from_port
  to_port                  = each.value.to_port
  cidr_blocks              = each.value.cidr_blocks
  source_security_group_id = try(each.value.source_node_security_group, false) ? aws_security_group.node.id : null
}

resource "aws_security_group_rule" "node" {
  for_each = coalesce(var.node_security_group_additional_rules, {})

  security_group_id = aws_security_group.node.id
  type              = each.value.type
  protocol          = each.value.protocol
  from_port         = each.value.from_port
  to_port           = each.value.to_port
  cidr_blocks       = try(each.value.cidr_blocks, null)
  self              = try(each.value.self, null)
}

resource "aws_eks_access_policy_association" "this" {
  for_each = { for key, entry in var.access_entries : key => entry if length(entry.policy_associations) > 0 }

  cluster_name  = aws_eks_cluster.this.name
  principal_arn = each.value.principal_arn
  policy_arn    = values(each.value.policy_associations)[0].policy_arn

  access_scope {
    type = "cluster"
  }
}

resource "aws_eks_addon" "this" {
  for_each = var.addons

  cluster_name = aws_eks_cluster.this.name
  addon_name   = each.key
}
`;

const NODES = `
resource "aws_eks_node_group" "this" {
  cluster_name    = var.cluster_name
  node_group_name = var.name
  node_role_arn   = "arn:aws:iam::111122223333:role/test"
  subnet_ids      = var.subnet_ids

  scaling_config {
    min_size     = var.min_size
    max_size     = var.max_size
    desired_size = var.desired_size
  }
}
`;

const OUTPUTS: Record<string, string> = {
  cluster_endpoint: 'aws_eks_cluster.this.endpoint',
  cluster_certificate_authority_data:
    'aws_eks_cluster.this.certificate_authority[0].data',
};

function extend(file: string, resources: string): void {
  const interfaceOnly = readFileSync(file, 'utf8');
  const withOutputs = Object.entries(OUTPUTS).reduce(
    (text, [name, value]) =>
      text.replace(
        new RegExp(`(output "${name}" \\{\\s*value = ).*`),
        `$1${value}`,
      ),
    interfaceOnly,
  );
  writeFileSync(file, withOutputs + resources);
}

/**
 * A module registry for the rig (`TFRIG_MODULES`) whose EKS module has
 * resources, so that the rig can simulate a whole bootstrap. The rig must have
 * run once before, because the first run creates the registry that this
 * function copies.
 */
export function behavingModules(): string {
  const home = process.env.TFRIG_HOME ?? join(homedir(), '.cache', 'tfrig');
  const registry = mkdtempSync(join(tmpdir(), 'clusterworks-modules-'));
  cpSync(join(home, 'modules'), registry, { recursive: true });
  const eks = join(registry, 'terraform-aws-modules/eks/aws/21.19.0');
  extend(join(eks, 'main.tf'), CONTROL_PLANE);
  extend(join(eks, 'modules/eks-managed-node-group/main.tf'), NODES);
  return registry;
}
