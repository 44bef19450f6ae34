import type { Check } from './checkSchema';

/**
 * The points of the validation checklist, in its order. The code of the check
 * of a point is `clusterworks/` and its name.
 *
 * @public
 */
export const checklistPoints = [
  'terraform-applied',
  'cilium-pods-running',
  'cilium-ipam-eni',
  'karpenter-pods-running',
  'interruption-queue-exists',
  'eventbridge-rules-exist',
  'nodeclasses-created',
  'nodepools-created',
  'workload-runs-on-karpenter',
  'nodes-tagged-and-labelled',
] as const;

/**
 * A point of the checklist, and how a cluster stands to it.
 *
 * @public
 */
export type ChecklistEntry = Pick<Check, 'state' | 'reason'> & {
  id: (typeof checklistPoints)[number];
};

/**
 * The points in the order of the checklist; none when an assessment has judged
 * none of them. One that it has not judged is not known.
 *
 * @public
 */
export function checklistOf(checks: readonly Check[]): ChecklistEntry[] {
  const byCode = new Map(checks.map(check => [check.code, check]));
  const entries = checklistPoints.map(id => {
    const check = byCode.get(`clusterworks/${id}`);
    return { id, state: check?.state, reason: check?.reason };
  });
  return entries.some(({ state }) => state)
    ? entries.map(({ state = 'unknown', ...rest }) => ({ ...rest, state }))
    : [];
}
