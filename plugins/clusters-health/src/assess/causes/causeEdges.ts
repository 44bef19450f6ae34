import { buildingEdges } from './buildingEdges';
import type { CauseEdge } from './CauseEdge';
import { checklistEdges } from './checklistEdges';
import { ciliumEdges } from './ciliumEdges';
import { karpenterEdges } from './karpenterEdges';
import { waitingPodEdges } from './waitingPodEdges';

/**
 * Which findings explain which others, the nearest causes first. A finding gets
 * the first cause that fits; its root cause is found by following the causes of
 * its causes.
 *
 * @public
 */
export const causeEdges: readonly CauseEdge[] = [
  ...karpenterEdges,
  ...ciliumEdges,
  ...waitingPodEdges,
  ...checklistEdges,
  ...buildingEdges,
];
