import { markdownTable } from '../lib/markdownTable';
import { median } from '../lib/median';
import { type ReportRow, show } from '../lib/Report';

type Value = ReportRow['ours'] | undefined;

/** The median of several runs, and what the least and the most was. */
function summary(
  values: readonly Value[],
  unit: string,
): { median: string; spread: string } {
  const numbers = values.filter(value => typeof value === 'number');
  if (numbers.length < values.length || numbers.length === 0) {
    const texts = values.map(value => show(value, unit));
    return { median: [...new Set(texts)].join(', '), spread: '' };
  }
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return {
    median: show(median(numbers), unit),
    spread: `${show(least, unit)} to ${show(most, unit)}`,
  };
}

function judged(rows: readonly ReportRow[]): string {
  const met = rows.filter(row => row.met).length;
  if (rows.every(row => row.met === undefined)) {
    return '';
  }
  const text = `${met} of ${rows.length}`;
  return met === rows.length ? text : `**${text}**`;
}

/**
 * Several runs as Markdown.
 *
 * @throws Error when the runs did not measure the same
 */
export function repeatTables(runs: readonly (readonly ReportRow[])[]): string {
  const [first = []] = runs;
  if (runs.some(({ length }) => length !== first.length)) {
    throw new Error('The runs did not measure the same');
  }
  const lines = first.map(({ metric, unit, goal }, index) => {
    const rows = runs.map(run => run[index]);
    const ours = summary(
      rows.map(row => row.ours),
      unit,
    );
    const isCompared = rows.some(({ peer }) => peer !== undefined);
    const peers = rows.map(({ peer }) => peer);
    return [
      ...[metric, ours.median, ours.spread],
      ...[isCompared ? summary(peers, unit).median : '', goal ?? ''],
      judged(rows),
    ];
  });
  return markdownTable(
    ['', 'median', 'least to most', 'peer, median', 'goal', 'met'],
    lines,
  );
}
