import {
  joinMarkdown,
  Markdown,
  markdown,
  markdownCode,
} from '@clusterworks/plugin-clusters-common';
import { specChanges } from '@clusterworks/plugin-clusters-spec';
import type { ClusterChange } from './planClusterChange';

const MOST_FIELDS = 100;
const LONGEST_VALUE = 200;

// Each constant holds one value, because prettier would put each of them on
// several lines.
const nothing = markdown`${'—'}`;
const head = ['Field', 'Before', 'After'].map(title => markdown`${title}`);
const rule = head.map(() => Markdown.trusted('---'));

/** The fields that differ, before and after; empty for a new cluster. */
export function fieldTable({ before, rendered }: ClusterChange): Markdown[] {
  const changes = before ? specChanges(before, rendered.spec) : [];
  if (changes.length === 0) {
    return [];
  }
  const rows = changes
    .slice(0, MOST_FIELDS)
    .map(({ path, before: was, after }) =>
      row(cell(path), value(was), value(after)),
    );
  const left = changes.length - rows.length;
  return [
    markdown`### ${'What changes'}`,
    joinMarkdown([row(...head), row(...rule), ...rows], '\n'),
    ...(left > 0 ? [markdown`and ${left} more fields.`] : []),
  ];
}

function row(...cells: Markdown[]): Markdown {
  const edge = markdown`${''}`;
  return joinMarkdown([edge, ...cells, edge], ' | ');
}

function value(each: unknown): Markdown {
  return each === undefined ? nothing : cell(JSON.stringify(each));
}

/**
 * GitHub splits a table row at bars before it parses code, so a bar would end
 * the cell.
 */
function cell(text: string): Markdown {
  const shown =
    text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
  return markdownCode(shown.replace(/\|/g, '\u2758'));
}
