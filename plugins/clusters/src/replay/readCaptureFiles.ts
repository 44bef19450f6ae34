import { InputError } from '@backstage/errors';
import type { BundleText } from '@clusterworks/plugin-clusters-health';

/** A dump has one file per kind at most. */
const MAX_FILES = 60;
const MAX_MEBIBYTES = 64;

/**
 * Reads files that the user chose, in this browser.
 *
 * @throws InputError when there are too many, or they are too large
 */
export async function readCaptureFiles(
  files: readonly Pick<File, 'name' | 'size' | 'text'>[],
): Promise<BundleText[]> {
  if (files.length > MAX_FILES) {
    throw new InputError(
      `${files.length} files are too many: ${MAX_FILES} can be opened`,
    );
  }
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size > MAX_MEBIBYTES * 1024 * 1024) {
    throw new InputError(
      `The files are larger than ${MAX_MEBIBYTES} MiB in all`,
    );
  }
  return await Promise.all(
    files.map(async file => ({
      name: file.name.slice(0, 200),
      text: await file.text(),
    })),
  );
}
