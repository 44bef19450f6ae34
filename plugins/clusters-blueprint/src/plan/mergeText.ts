import { diff3Merge } from 'node-diff3';

/**
 * Merges two descendants of a text line by line; undefined when both changed
 * the same lines in different ways.
 *
 * @param ours - as a person left it
 * @param base - what both started from
 * @param theirs - as it is generated now
 */
export function mergeText(
  ours: string,
  base: string,
  theirs: string,
): string | undefined {
  const lines: string[] = [];
  for (const region of diff3Merge(
    ours.split('\n'),
    base.split('\n'),
    theirs.split('\n'),
    { excludeFalseConflicts: true },
  )) {
    if (region.conflict) {
      return undefined;
    }
    lines.push(...(region.ok ?? []));
  }
  return lines.join('\n');
}
