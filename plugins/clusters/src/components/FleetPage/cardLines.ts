import type { FleetRow } from '@clusterworks/plugin-clusters-common';
import { dataLines } from '../DataTable';

/** One line of cards, or the heading of a group. */
export type CardLine =
  | { kind: 'group'; key: string; group: string }
  | { kind: 'cards'; key: string; rows: FleetRow[] };

/**
 * The lines of a page of cards: each group begins a line of its own, and folded
 * groups are left out.
 *
 * @param columns - cards beside each other
 */
export function cardLines(options: {
  rows: readonly FleetRow[];
  columns: number;
  groupOf?: (row: FleetRow) => string | undefined;
  isFolded?: (group: string) => boolean;
}): CardLine[] {
  const { columns } = options;
  const lines: CardLine[] = [];
  for (const line of dataLines({
    ...options,
    rowKey: ({ entityRef }) => entityRef,
  })) {
    const last = lines.at(-1);
    if (line.kind === 'group') {
      lines.push(line);
    } else if (last?.kind === 'cards' && last.rows.length < columns) {
      last.rows.push(line.row);
    } else {
      lines.push({ kind: 'cards', key: line.key, rows: [line.row] });
    }
  }
  return lines;
}
