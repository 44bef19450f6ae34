import type { SoakResult } from './runSoak';

function table(header: string[], rows: (number | string)[][]): string {
  const cell = (value: number | string) =>
    typeof value === 'number'
      ? value.toFixed(Math.abs(value) < 10 && !Number.isInteger(value) ? 1 : 0)
      : value;
  return [header, header.map(() => '---'), ...rows]
    .map(row => `| ${row.map(cell).join(' | ')} |`)
    .join('\n');
}

/** A soak as Markdown: its verdict, what was done, and all samples. */
export function soakTables(result: SoakResult): string {
  const { verdicts, disturbed, samples } = result;
  const judged = table(
    ['', 'median', 'growth', 'allowed', 'verdict'],
    verdicts.map(({ metric, median, growth, allowed, level }) => [
      ...[metric, median, growth, allowed],
      level ? 'level' : '**grows**',
    ]),
  );
  const done = table(
    ['fault', 'times'],
    Object.entries(disturbed).sort(([left], [right]) =>
      left < right ? -1 : 1,
    ),
  );
  const all = table(
    ['minute', 'RSS, MB', 'heap, MB', 'timers', 'sockets', 'rows', 'lost'],
    samples.map(sample => [
      ...[sample.minute, sample.rssMb, sample.heapMb, sample.timers],
      ...[sample.sockets, sample.rows, sample.lost],
    ]),
  );
  return `${judged}\n\n${done}\n\n${all}\n`;
}
