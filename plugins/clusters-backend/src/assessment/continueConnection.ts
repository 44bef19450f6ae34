import type { Connection } from '@clusterworks/plugin-clusters-common';
import type { ConnectionNow } from './connectionOf';

/**
 * Adds the time since when the connection is in its state: the earlier time
 * while the state stays the same, else now. A state that was found at the first
 * look began at an unknown time before, so its time is a lower bound.
 *
 * @param before - the last connection state other than `connecting`
 * @param now - milliseconds since 1970
 */
export function continueConnection(
  before: Connection | undefined,
  current: ConnectionNow,
  now: number,
): Connection {
  if (before?.since && before.state === current.state) {
    const { since, sinceAtLeast } = before;
    return { ...current, since, ...(sinceAtLeast && { sinceAtLeast }) };
  }
  return {
    ...current,
    since: new Date(now).toISOString(),
    ...(before === undefined && { sinceAtLeast: true }),
  };
}
