import { readRecord } from '../records';
import { isOwnedBy } from './ownedPaths';
import { isRecord } from './isRecord';

/**
 * Paths that the records of a repository name: the files of earlier renders.
 * The plan of a change needs the current content of these files too, so that
 * it can delete files which are no longer produced.
 *
 * @param rendered - what render produces now
 * @param current - the repository; at least the records among `rendered`
 *
 * @public
 */
export function recordedPaths(
  rendered: Record<string, string>,
  current: Record<string, string>,
): string[] {
  return Object.keys(rendered)
    .filter(isRecord)
    .flatMap(record =>
      Object.keys(readRecord(current[record] ?? '')?.files ?? {}).filter(path =>
        isOwnedBy(record, path),
      ),
    );
}
