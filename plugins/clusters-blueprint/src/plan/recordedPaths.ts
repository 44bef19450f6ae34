import { readRecord } from '../records';
import { isOwnedBy } from './ownedPaths';
import { isRecord } from './isRecord';

/**
 * Paths that the records of a repository name: what earlier renders produced.
 * Whoever plans changes needs the current content of these as well, so that
 * files which are no longer produced can be taken away.
 *
 * @param rendered - what render produces now
 * @param current - the repository; at least the records among `rendered`
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
