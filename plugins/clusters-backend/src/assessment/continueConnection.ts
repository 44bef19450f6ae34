import type { Connection } from '@clusterworks/plugin-clusters-common';
import type { ConnectionNow } from './connectionOf';

/**
 * Since when it has been so: from before while the state stays, else from now.
 * What was already so at the first look began at some time before that.
 *
 * @param before - the last connection that was more than an attempt
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
