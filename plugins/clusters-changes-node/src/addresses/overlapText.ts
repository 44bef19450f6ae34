import {
  joinMarkdown,
  Markdown,
  markdown,
} from '@clusterworks/plugin-clusters-common';
import type { RangeOverlap } from './AddressCheck';

/** What a pull request says of overlaps that its requester wants. */
export function overlapText(
  acknowledged: readonly RangeOverlap[],
  reason: string | undefined,
): Markdown[] {
  return acknowledged.length === 0
    ? []
    : [
        Markdown.trusted('### Addresses that two clusters share'),
        joinMarkdown(
          acknowledged.map(({ message }) => markdown`- ${message}`),
          '\n',
        ),
        markdown`**The requester acknowledges this:** ${reason ?? ''}`,
      ];
}
