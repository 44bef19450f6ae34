import type { ResolvedClusterSpec } from '@clusterworks/plugin-clusters-spec';
import { limitsTooLow } from './limitsTooLow';
import type { NewClusterIssue, NewClusterRule } from './NewClusterIssue';
import { publicNodesBeyondRange } from './publicNodesBeyondRange';
import { typesTooSmall } from './typesTooSmall';

const rules: readonly NewClusterRule[] = [
  publicNodesBeyondRange,
  limitsTooLow,
  typesTooSmall,
];

/**
 * All problems for which a new cluster is refused although its spec is valid.
 */
export function newClusterIssues(
  resolved: ResolvedClusterSpec,
): NewClusterIssue[] {
  return rules.flatMap(rule => rule(resolved));
}
