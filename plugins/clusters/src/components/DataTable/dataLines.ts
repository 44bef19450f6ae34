/** One line of a table: a heading of a group, a row, or what a row opens. */
export type DataLine<T> =
  | { kind: 'group'; key: string; group: string }
  | { kind: 'row'; key: string; row: T; isOpen: boolean }
  | { kind: 'details'; key: string; row: T };

/** The lines of a table in their order; those of folded groups are left out. */
export function dataLines<T>(options: {
  rows: readonly T[];
  rowKey: (row: T) => string;
  groupOf?: (row: T) => string | undefined;
  isFolded?: (group: string) => boolean;
  isOpen?: (row: T) => boolean;
}): DataLine<T>[] {
  const { rows, rowKey, groupOf, isFolded, isOpen } = options;
  let before: string | undefined;
  return rows.flatMap(row => {
    const key = rowKey(row);
    const group = groupOf?.(row);
    const isFirst = group !== undefined && group !== before;
    before = group;
    const open = isOpen?.(row) ?? false;
    const lines: DataLine<T>[] = [];
    if (isFirst) {
      lines.push({ kind: 'group', key: `group ${key}`, group });
    }
    if (group === undefined || !isFolded?.(group)) {
      lines.push({ kind: 'row', key: `row ${key}`, row, isOpen: open });
      if (open) {
        lines.push({ kind: 'details', key: `details ${key}`, row });
      }
    }
    return lines;
  });
}
