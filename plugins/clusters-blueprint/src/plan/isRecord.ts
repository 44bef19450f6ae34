import { RECORD_FILE } from '../records';

/**
 * Whether a path is that of a record of generated files.
 *
 * @public
 */
export function isRecord(path: string): boolean {
  return path.endsWith(`/${RECORD_FILE}`);
}
