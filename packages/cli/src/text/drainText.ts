import type { DrainPreview } from '@clusterworks/plugin-clusters-health';
import { plain } from './plain';

/** The effects of a drain as text. */
export function drainText(preview: DrainPreview): string {
  const list = (title: string, names: readonly string[]) =>
    names.length === 0
      ? []
      : [
          `${title}: ${names.length}`,
          ...names.map(name => `    ${plain(name)}`),
        ];
  return [
    `A drain of ${plain(preview.node)} now`,
    ...(preview.incomplete ? [`Not sure: ${plain(preview.incomplete)}`] : []),
    ...list('Would evict', preview.evicted),
    ...list(
      'Would be held by',
      preview.blocked.map(
        ({ pod, owner, why, by, free }) =>
          `${pod}${owner ? ` (${owner})` : ''}: ${why}${
            by ? ` ${by}` : ''
          }. To free it, ${free}${
            // Only Karpenter respects the annotation.
            why === 'do-not-disrupt'
              ? '; kubectl drain evicts it all the same'
              : ''
          }`,
      ),
    ),
    ...list('Would lose local data of', preview.losesLocalData),
    ...list('Nothing would start again', preview.unowned),
    '',
  ].join('\n');
}
