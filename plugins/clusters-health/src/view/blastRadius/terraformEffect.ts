import type { BlastRadius } from '@clusterworks/plugin-clusters-common';

type Effect = BlastRadius['terraform']['state'];
type Part = BlastRadius['terraform']['parts'][number];

const SYSTEM_NODES = 'the system nodes, one after the other';

/**
 * What Terraform does when a field of `cluster.yaml` changes, for fields of
 * which it is known; the first match counts.
 *
 * Sources: the modules of the blueprint, and the provider's documentation of
 * `aws_eks_node_group` (a change of `instance_types` forces a new group, a new
 * version of the launch template replaces its nodes) and `aws_eks_cluster`
 * (version, access, logging are changed in place).
 */
const known: readonly [field: RegExp, effect: Effect, what: string][] = [
  [/^spec\.karpenter\.registryMirrors/, 'replaces', SYSTEM_NODES],
  [/^spec\.karpenter\.namespace/, 'unknown', 'the release of Karpenter'],
  [/^spec\.karpenter\./, 'nothing', 'NodePools are not Terraform’s'],
  [/^spec\.systemNodes\.instanceTypes/, 'replaces', 'the system node group'],
  [/^spec\.systemNodes\.volume/, 'replaces', SYSTEM_NODES],
  [/^spec\.systemNodes\.(min|max)$/, 'inPlace', 'the size of the node group'],
  [/^spec\.versions\.kubernetes$/, 'replaces', SYSTEM_NODES],
  [/^spec\.versions\./, 'inPlace', 'the Helm release'],
  [/^spec\.access\.(adminRoleArns|portalRoleArn)/, 'inPlace', 'access entries'],
  [/^spec\.network\.endpoint/, 'inPlace', 'who may reach the API server'],
  [/^spec\.network\.interfaceEndpoints/, 'inPlace', 'VPC endpoints'],
  [/^spec\.logging/, 'inPlace', 'logging of the cluster'],
  [/^spec\.decommission/, 'nothing', 'a mark of the portal'],
  [/^metadata\.(description|system)$/, 'nothing', 'text of the catalog'],
];

/** Files that Terraform reads: its own, and the values of Helm releases. */
function isReadByTerraform(path: string): boolean {
  return (
    (path.startsWith('terraform/') && /\.(tf|hcl|tftpl|json|sh)$/.test(path)
      ? !path.endsWith('.generated.json')
      : false) || /^platform\/.*-?values\.yaml$/.test(path)
  );
}

/**
 * What Terraform does at the next apply, as far as the rules that are known
 * say; else unknown, and the plan shows it.
 *
 * @param fields - paths of `cluster.yaml` that change
 * @param files - paths of the files that change
 */
export function terraformEffect(
  fields: readonly string[],
  files: readonly string[],
): BlastRadius['terraform'] {
  if (!files.some(isReadByTerraform)) {
    return { state: 'nothing', parts: [] };
  }
  const parts = fields.map(partOf).filter(({ effect }) => effect !== 'nothing');
  if (parts.length === 0) {
    // Files change without a field: a newer release writes them differently.
    return {
      state: 'unknown',
      parts: [{ field: 'files', effect: 'unknown', what: 'generated anew' }],
    };
  }
  const order: Effect[] = ['unknown', 'replaces', 'inPlace'];
  const state = order.find(each => parts.some(({ effect }) => effect === each));
  return { state: state ?? 'unknown', parts };
}

function partOf(field: string): Part {
  const rule = known.find(([pattern]) => pattern.test(field));
  return rule
    ? { field, effect: rule[1], what: rule[2] }
    : { field, effect: 'unknown', what: 'no rule knows this field' };
}
