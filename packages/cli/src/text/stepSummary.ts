import {
  joinMarkdown,
  Markdown,
  markdown,
} from '@clusterworks/plugin-clusters-common';

/** GitHub refuses more than 1 MiB per step; this leaves room for other text. */
const MAX_BYTES = 900_000;

const edge = markdown`${''}`;
const rule = Markdown.trusted('---');

function tableRow(cells: readonly Markdown[]): Markdown {
  return joinMarkdown([edge, ...cells, edge], ' | ');
}

/** One part of a summary, and whether further parts follow in the same block. */
export interface SummaryBlock {
  /** Always in the summary. */
  head: readonly Markdown[];
  /** As many as there is room for. */
  parts: readonly Markdown[];
  /** What stands between the parts. */
  between: string;
}

/** A block with a table, of which rows are left out when there are too many. */
export function tableBlock(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): SummaryBlock {
  return {
    head: [
      tableRow(columns.map(title => markdown`${title}`)),
      tableRow(columns.map(() => rule)),
    ],
    parts: rows.map(cells => tableRow(cells.map(text => markdown`${text}`))),
    between: '\n',
  };
}

/**
 * A summary for `GITHUB_STEP_SUMMARY`: a heading, one block as long as GitHub
 * takes it, and what is to be said after it.
 */
export function stepSummary(
  heading: Markdown,
  { head, parts, between }: SummaryBlock,
  after: readonly Markdown[],
): string {
  const kept: Markdown[] = [];
  let bytes = 0;
  for (const part of parts) {
    bytes += Buffer.byteLength(part.toString());
    if (bytes > MAX_BYTES) {
      break;
    }
    kept.push(part);
  }
  const left = parts.length - kept.length;
  const texts = [
    heading,
    ...(parts.length > 0 ? [joinMarkdown([...head, ...kept], between)] : []),
    ...(left > 0 ? [markdown`${left} more do not fit here.`] : []),
    ...after,
  ];
  return `${joinMarkdown(texts)}\n`;
}
