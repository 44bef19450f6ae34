import { plain } from './plain';

/** A table for a terminal: columns that are aligned, each row on one line. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [head, ...rows].map(cells => cells.map(plain));
  const widths = head.map((_, column) =>
    Math.max(...lines.map(cells => cells[column].length)),
  );
  return lines
    .map(cells =>
      cells
        .map((text, column) => text.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .map(line => `${line}\n`)
    .join('');
}
