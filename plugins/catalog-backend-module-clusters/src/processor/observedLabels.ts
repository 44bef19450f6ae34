import type { Entity } from '@backstage/catalog-model';
import {
  clusterLabels,
  type ClusterObservation,
} from '@clusterworks/plugin-clusters-common';
import { versionLabels } from '../fleet/versionLabels';

/** The labels of a cluster, including those for its observed state. */
export function observedLabels(
  { metadata }: Entity,
  observation: ClusterObservation | undefined,
): Record<string, string> {
  const { [clusterLabels.phase]: _, ...labels } = metadata.labels ?? {};
  const phase = observation?.drained ? 'drained' : observation?.phase;
  return {
    ...labels,
    ...versionLabels(observation?.versions ?? {}),
    ...(phase && { [clusterLabels.phase]: phase }),
    // Without an observation the label is never healthy, whatever the file
    // says.
    [clusterLabels.health]: observation?.verdict ?? 'unknown',
  };
}

/**
 * The labels of a cluster without health and phase, even if the file has them.
 */
export function unobservedLabels({
  metadata,
}: Entity): Record<string, string> | undefined {
  const {
    [clusterLabels.health]: _health,
    [clusterLabels.phase]: _phase,
    ...labels
  } = metadata.labels ?? {};
  return metadata.labels && labels;
}
