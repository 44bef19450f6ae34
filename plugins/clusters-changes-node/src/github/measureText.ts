import {
  joinMarkdown,
  Markdown,
  type Measure,
} from '@clusterworks/plugin-clusters-common';

/** What stands before a number, for each certainty that has one. */
export const boundMarks = {
  exact: '',
  atLeast: '≥ ',
  atMost: '≤ ',
  estimate: '≈ ',
};

/** `12`, `≥ 12`, or `unknown (nodes: forbidden)`. */
export function sayMeasure(measure: Measure): string {
  return measure.certainty === 'unknown'
    ? `unknown (${measure.reason})`
    : `${boundMarks[measure.certainty]}${measure.value}`;
}

/** @param mark - what each line starts with, such as that of a checklist */
export function listOf(lines: readonly Markdown[], mark = '- '): Markdown {
  const start = Markdown.trusted(mark);
  return joinMarkdown(
    lines.map(line => joinMarkdown([start, line], '')),
    '\n',
  );
}
