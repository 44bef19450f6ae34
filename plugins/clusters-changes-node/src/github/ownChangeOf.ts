import { type ClusterOperation, operationNames } from './ClusterOperation';

/** The branches of a pull request, as GitHub tells of them. */
type PullBranches = {
  head: { ref: string; repo?: { id: number } | null };
  base: { repo: { id: number } };
};

/**
 * Which operation on which cluster a pull request of ours is; undefined for all
 * others. Branches of forks are not ours, whatever their names are.
 */
export function ownChangeOf({
  head,
  base,
}: PullBranches): { operation: ClusterOperation; cluster: string } | undefined {
  const [name, cluster] =
    /^clusterworks\/([a-z]+)-(.+)$/.exec(head.ref)?.slice(1) ?? [];
  const operation = operationNames.find(each => each === name);
  return cluster !== undefined &&
    operation !== undefined &&
    head.repo?.id === base.repo.id
    ? { operation, cluster }
    : undefined;
}
