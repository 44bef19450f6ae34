import type { Score } from '../judge/scoreRules';

/** A share as text. */
export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join(
    '\n',
  );
}

/**
 * Precision and recall of a score, with the counts that they are computed
 * from.
 */
export function scoreCells({ right, wrong, missed }: Score): string[] {
  return [
    `${right}`,
    `${wrong}`,
    `${missed}`,
    share(right, right + wrong),
    share(right, right + missed),
  ];
}
