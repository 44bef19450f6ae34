import type { VolumeAttachmentFacts } from '../../kinds';
import type { ClusterState } from '../ClusterState';

/**
 * The volumes that are still attached to a node. Volumes whose detachment has
 * begun but does not end come first, the longest-lasting first.
 *
 * @returns undefined when VolumeAttachments cannot be read
 */
export function attachedVolumes(
  cluster: ClusterState,
  node: string,
): readonly VolumeAttachmentFacts[] | undefined {
  if (!cluster.ok('volumeattachments')) {
    return undefined;
  }
  const attached = cluster.index.attachmentsByNode().get(node) ?? [];
  const begun = ({ deletedAt }: VolumeAttachmentFacts) =>
    deletedAt ?? Number.MAX_SAFE_INTEGER;
  return [...attached].sort((a, b) => begun(a) - begun(b));
}
