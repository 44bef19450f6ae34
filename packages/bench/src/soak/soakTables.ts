import { markdownTable } from '../lib/markdownTable';
import type { SoakResult } from './runSoak';

/** A soak as Markdown: its verdict, what was done, and all samples. */
export function soakTables(result: SoakResult): string {
  const { verdicts, disturbed, samples } = result;
  const judged = markdownTable(
    ['', 'median', 'growth', 'allowed', 'verdict'],
    verdicts.map(({ metric, median, growth, allowed, level }) => [
      ...[metric, median, growth, allowed],
      level ? 'level' : '**grows**',
    ]),
  );
  const done = markdownTable(
    ['fault', 'times'],
    Object.entries(disturbed).sort(([left], [right]) =>
      left < right ? -1 : 1,
    ),
  );
  const all = markdownTable(
    ['minute', 'RSS, MB', 'heap, MB', 'timers', 'sockets', 'rows', 'lost'],
    samples.map(sample => [
      ...[sample.minute, sample.rssMb, sample.heapMb, sample.timers],
      ...[sample.sockets, sample.rows, sample.lost],
    ]),
  );
  return `${judged}\n\n${done}\n\n${all}\n`;
}
