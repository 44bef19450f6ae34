import type { FleetAnswer, FleetResponse } from '../api';

/**
 * The whole answer about the fleet, put together from an earlier one and the
 * changes after it. Rows that did not change stay the same objects.
 *
 * @returns nothing if the changes are not those of the earlier answer
 */
export function fleetAfter(
  earlier: FleetResponse | undefined,
  { changes, ...answer }: FleetAnswer,
): FleetResponse | undefined {
  if (!changes) {
    return answer;
  }
  if (!earlier || changes.since !== earlier.version) {
    return undefined;
  }
  let sent = 0;
  const items = changes.parts.flatMap(({ from, count }) => {
    if (from !== undefined) {
      return earlier.items.slice(from, from + count);
    }
    sent += count;
    return answer.items.slice(sent - count, sent);
  });
  const promised = changes.parts.reduce((sum, { count }) => sum + count, 0);
  const isWhole = items.length === promised && sent === answer.items.length;
  return isWhole ? { ...answer, items } : undefined;
}
