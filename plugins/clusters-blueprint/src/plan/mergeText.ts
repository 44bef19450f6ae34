import { diff3Merge } from 'node-diff3';

/**
 * Lines that a person and the generator changed in different ways.
 *
 * @public
 */
export type ConflictingLines = {
  /** Line number, from 1, at which they begin in the person's version. */
  line: number;
  /** The lines in the person's version. */
  byHand: string[];
  /** The lines as generated before. */
  before: string[];
  /** The lines as generated now. */
  generated: string[];
};

/** A merged text, or the conflicts that prevent the merge. */
export type MergedText = { text: string } | { conflicts: ConflictingLines[] };

/**
 * Merges two versions of a text line by line. A change that only one of them
 * has is taken over. If both changed the same lines in different ways, nothing
 * is merged.
 *
 * @param byHand - the person's version
 * @param before - the version that both are based on
 * @param generated - the version as generated now
 */
export function mergeText(
  byHand: string,
  before: string,
  generated: string,
): MergedText {
  const lines: string[] = [];
  const conflicts: ConflictingLines[] = [];
  for (const { ok, conflict } of diff3Merge(
    byHand.split('\n'),
    before.split('\n'),
    generated.split('\n'),
    { excludeFalseConflicts: true },
  )) {
    lines.push(...(ok ?? []));
    if (conflict) {
      conflicts.push({
        line: conflict.aIndex + 1,
        byHand: conflict.a,
        before: conflict.o,
        generated: conflict.b,
      });
    }
  }
  return conflicts.length > 0 ? { conflicts } : { text: lines.join('\n') };
}
