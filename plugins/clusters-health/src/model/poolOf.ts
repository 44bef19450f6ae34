/** The NodePool that a NodeClaim or Node belongs to. */
export function poolOf(object: {
  labels: Record<string, string>;
}): string | undefined {
  return object.labels['karpenter.sh/nodepool'];
}
