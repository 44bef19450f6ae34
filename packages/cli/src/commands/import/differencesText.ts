import type { ImportDifference } from '@clusterworks/plugin-clusters-blueprint';
import { plain } from '../../text/plain';

/** A line for each difference; empty when there is none. */
export function differencesText(
  differences: readonly ImportDifference[],
): string {
  return differences
    .map(({ what, message }) => `differs: ${plain(`${what} ${message}`)}\n`)
    .join('');
}
