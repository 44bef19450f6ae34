import type { FilesByPath } from '../FilesByPath';
import { leaveOut } from '../plan/leaveOut';
import { REPOSITORY_RECORD, sharedRecordOf } from '../plan/ownedPaths';
import {
  type ChangePlan,
  type FileConflict,
  planChanges,
  type PlanInput,
} from '../plan/planChanges';

/**
 * What the operation on the repository itself would do.
 *
 * @public
 */
export type PlatformPlan = {
  /** Its conflicts are about shared files only, and nothing may be written. */
  plan: ChangePlan;
  /** Files of the repository itself that are not touched, and why. */
  left: FileConflict[];
};

function isOwn(path: string): boolean {
  return sharedRecordOf(path) === undefined;
}

/**
 * Plans the files that {@link renderPlatform} produced. A file of the
 * repository itself that exists already, or that was edited in the same lines,
 * is left as it is and named. Of files that clusters share, none may be left:
 * they belong together.
 *
 * @param without - files that cannot be written, and why
 *
 * @public
 */
export function planPlatform(
  input: PlanInput,
  without: readonly FileConflict[] = [],
): PlatformPlan {
  const plan = planChanges(input);
  const known = new Set(without.map(({ path }) => path));
  const left = [
    ...without,
    ...plan.conflicts.filter(({ path }) => isOwn(path) && !known.has(path)),
  ];
  if (left.length === 0) {
    return { plan, left };
  }
  const paths = left.map(({ path }) => path);
  return {
    plan: leaveOut(plan, paths, REPOSITORY_RECORD, input.current),
    left,
  };
}

/**
 * The workflows among the files that would be written: GitHub takes them only
 * from those who have the right *workflows*.
 *
 * @public
 */
export function workflowsOf({ write }: { write: FilesByPath }): string[] {
  return Object.keys(write).filter(path =>
    path.startsWith('.github/workflows/'),
  );
}
