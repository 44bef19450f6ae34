import { writeIntoWorkspace } from './writeIntoWorkspace';

/** More than the largest cluster has; the page of a dry run holds it all. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Writes what a pull request would hold into the workspace, where the page of
 * the dry run shows it.
 *
 * @returns how many files were left out, because they are too much to show
 */
export async function showInDryRun(
  workspace: string,
  files: Readonly<Record<string, string>>,
  maxBytes = MAX_BYTES,
): Promise<number> {
  const shown: Record<string, string> = {};
  let left = maxBytes;
  for (const [path, content] of Object.entries(files)) {
    const size = Buffer.byteLength(content);
    if (size <= left) {
      left -= size;
      shown[path] = content;
    }
  }
  await writeIntoWorkspace(workspace, '.', shown);
  return Object.keys(files).length - Object.keys(shown).length;
}
