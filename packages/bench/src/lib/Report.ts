/** One line of the table. */
export interface ReportRow {
  metric: string;
  peer?: number | string;
  ours: number | string;
  /** Absent for a row that only explains another row. */
  goal?: string;
  unit: string;
  /** Whether the goal was met. */
  met?: boolean;
}

/** A value with its unit, rounded to three digits. */
export function show(value: number | string | undefined, unit: string): string {
  if (value === undefined) {
    return '–';
  }
  if (typeof value === 'string') {
    return value;
  }
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.max(1, value))));
  return `${value.toFixed(digits)} ${unit}`.trim();
}

function ratio({ peer, ours }: ReportRow): string {
  return typeof peer === 'number' && typeof ours === 'number' && ours > 0
    ? `${(peer / ours).toFixed(peer / ours < 10 ? 1 : 0)}x`
    : '–';
}

function verdict({ met }: ReportRow): string {
  if (met === undefined) {
    return '';
  }
  return met ? 'met' : 'MISSED';
}

/** Collects measurements and writes them as one JSON file and one table. */
export class Report {
  readonly #rows: ReportRow[] = [];

  add(row: ReportRow): void {
    this.#rows.push(row);
    process.stderr.write(
      `  ${row.metric}: ${show(row.ours, row.unit)} (goal ${
        row.goal ?? '–'
      })\n`,
    );
  }

  get rows(): readonly ReportRow[] {
    return this.#rows;
  }

  /** The table, and the same as one line of JSON at the end. */
  toString(): string {
    const header = ['metric', 'peer', 'ours', 'ratio', 'goal', ''];
    const lines = this.#rows.map(row => [
      row.metric,
      show(row.peer, row.unit),
      show(row.ours, row.unit),
      ratio(row),
      row.goal ?? '–',
      verdict(row),
    ]);
    const widths = header.map((_, column) =>
      Math.max(...[header, ...lines].map(line => line[column].length)),
    );
    const table = [header, ...lines].map(line =>
      line.map((cell, column) => cell.padEnd(widths[column])).join('  '),
    );
    return `${table.join('\n')}\n${JSON.stringify({ rows: this.#rows })}\n`;
  }
}
