import type { FilesByPath } from '../FilesByPath';
import { isRecord } from './isRecord';
import { sharedRecordOf } from './ownedPaths';
import type { ChangePlan, FileConflict } from './planChanges';

/** Files of an error message that are named; the others are counted. */
const MAX_NAMED = 3;

function isShared(path: string): boolean {
  return sharedRecordOf(path) !== undefined;
}

/** Whether a cluster, or the repository itself, was rendered before. */
function hasSharedFiles(current: FilesByPath): boolean {
  return Object.keys(current).some(path => isRecord(path) && isShared(path));
}

/**
 * What the plan for one cluster would change in files that all clusters share,
 * as one conflict per record. In a repository that has no such files yet, the
 * first cluster brings them along. Later only the operation on the repository
 * itself may change them: they can restart agents or replace nodes of clusters
 * that nobody thought of.
 *
 * @param current - the files of the repository, at least the records
 *
 * @public
 */
export function sharedConflicts(
  plan: ChangePlan,
  current: FilesByPath,
): FileConflict[] {
  const edited = plan.conflicts.map(({ path }) => path);
  return hasSharedFiles(current)
    ? byRecord(
        [...Object.keys(plan.write), ...plan.delete, ...edited]
          .filter(path => isShared(path) && !isRecord(path))
          .sort(),
      )
    : [];
}

/**
 * The plan for one cluster without files that all clusters share. Shared files
 * of another release of the generator become conflicts, because the cluster's
 * own files may need them.
 *
 * @param current - the files of the repository, at least the records
 *
 * @public
 */
export function withoutSharedChanges(
  plan: ChangePlan,
  current: FilesByPath,
): ChangePlan {
  return hasSharedFiles(current)
    ? {
        ...plan,
        write: Object.fromEntries(
          Object.entries(plan.write).filter(([path]) => !isShared(path)),
        ),
        delete: plan.delete.filter(path => !isShared(path)),
        conflicts: [
          ...plan.conflicts.filter(({ path }) => !isShared(path)),
          ...sharedConflicts(plan, current),
        ],
      }
    : plan;
}

/** One conflict for all files of a record. */
function byRecord(paths: readonly string[]): FileConflict[] {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const record = sharedRecordOf(path) ?? path;
    groups.set(record, [...(groups.get(record) ?? []), path]);
  }
  return [...groups].map(([record, files]) => {
    const named = files.slice(0, MAX_NAMED).join(', ');
    const more = files.length - MAX_NAMED;
    return {
      path: record,
      reason: `is of another release of the generator: ${named}${
        more > 0 ? ` and ${more} more` : ''
      } would change for all clusters. Prepare or update the platform repository first (clusters init)`,
    };
  });
}
