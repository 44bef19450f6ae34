/**
 * The operations on an existing cluster. Each has its own form, branch and
 * permission.
 *
 * @public
 */
export const clusterOperations = [
  'edit',
  'pool',
  'upgrade',
  'images',
  'freeze',
  'handover',
  'decommission',
] as const;

/**
 * One of {@link clusterOperations}.
 *
 * @public
 */
export type ClusterChangeOperation = (typeof clusterOperations)[number];

/**
 * Fields of `cluster.yaml` that belong to an operation; all others belong to
 * `edit`.
 */
const fieldsOfOperations: readonly [string, ClusterChangeOperation][] = [
  ['spec.karpenter.nodePools', 'pool'],
  ['spec.versions', 'upgrade'],
  ['spec.karpenter.amiRelease', 'images'],
  ['spec.karpenter.bottlerocketRelease', 'images'],
  ['spec.karpenter.freeze', 'freeze'],
  ['spec.gitops', 'handover'],
  ['spec.decommission', 'decommission'],
];

/** Whether a path equals another one or lies inside it. */
function isWithin(path: string, outer: string): boolean {
  return (
    path === outer ||
    path.startsWith(`${outer}.`) ||
    path.startsWith(`${outer}[`)
  );
}

/**
 * The operations that a changed field belongs to. A change of a larger part,
 * such as all of `spec.karpenter`, belongs to every operation with a field in
 * that part.
 *
 * @param path - for example `spec.karpenter.nodePools.gpu.weight`
 *
 * @public
 */
export function operationsOfField(path: string): ClusterChangeOperation[] {
  const owner = fieldsOfOperations.find(([field]) => isWithin(path, field));
  if (owner) {
    return [owner[1]];
  }
  const inside = fieldsOfOperations
    .filter(([field]) => isWithin(field, path))
    .map(([, operation]) => operation);
  return [...new Set<ClusterChangeOperation>(['edit', ...inside])];
}
