import type {
  ConflictingLines,
  FileConflict,
} from '@clusterworks/plugin-clusters-blueprint';

/** An error message quotes no more of a file; the review shows all of it. */
const MOST_LINES = 10;
const LONGEST_LINE = 200;

/**
 * Describes a conflict for people: the file, the reason, and the lines if
 * known.
 */
export function describeConflict({
  path,
  reason,
  lines,
}: FileConflict): string {
  return [`${path}: ${reason}`, ...(lines ?? []).flatMap(describeLines)].join(
    '\n',
  );
}

function describeLines(conflict: ConflictingLines): string[] {
  return [
    `  line ${conflict.line}, by hand:`,
    ...quoted(conflict.byHand),
    '  generated before:',
    ...quoted(conflict.before),
    '  generated now:',
    ...quoted(conflict.generated),
  ];
}

function quoted(lines: string[]): string[] {
  if (lines.length === 0) {
    return ['    (nothing)'];
  }
  const shown = lines
    .slice(0, MOST_LINES)
    .map(line => `    | ${line.slice(0, LONGEST_LINE)}`);
  const left = lines.length - shown.length;
  return left > 0 ? [...shown, `    and ${left} more lines`] : shown;
}
