import type { ClustersApi } from '@clusterworks/plugin-clusters-common';
import {
  type ClusterSpec,
  operationForFinding,
  suggestedChange,
} from '@clusterworks/plugin-clusters-spec';
import type { ChangeValue } from './ChangeValue';

/** What a finding of the cluster suggests. */
type Suggestion = { spec: ClusterSpec; suggestedBy: string };

/**
 * The change that a finding suggests. The address says only which finding; what
 * it suggests follows from what the backend says of the cluster. A finding that
 * is over suggests nothing.
 */
export async function findSuggestion(
  { cluster, operation, finding: id }: ChangeValue,
  spec: ClusterSpec | undefined,
  client: Pick<ClustersApi, 'getCluster'>,
): Promise<Suggestion | undefined> {
  if (!cluster || !id || !spec) {
    return undefined;
  }
  const detail = await client.getCluster(cluster).catch(() => undefined);
  const finding = detail?.assessment?.findings.find(each => each.id === id);
  const suggested =
    finding && operationForFinding(finding) === operation
      ? suggestedChange(finding, spec)
      : undefined;
  return finding && suggested
    ? { spec: suggested, suggestedBy: finding.title }
    : undefined;
}
