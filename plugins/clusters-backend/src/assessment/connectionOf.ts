import type { Connection } from '@clusterworks/plugin-clusters-common';
import type { KnownCluster } from '../discovery/KnownCluster';
import type { ClusterFacts, ReaderErrorKind } from '../reader';

/** How we stand with a cluster; `since` is added by whoever remembers. */
export type ConnectionNow = Omit<Connection, 'since'>;

/** Failures that more waiting does not mend: somebody has to allow something. */
const REFUSALS: ReadonlySet<ReaderErrorKind> = new Set([
  'unauthorized',
  'refused',
]);

/** A clock that is off by more makes durations wrong and tokens invalid. */
const SKEW_WORTH_SAYING_MS = 60_000;

/** How we stand with a cluster that nobody reads. */
export function connectionWithoutReader(cluster: KnownCluster): ConnectionNow {
  return cluster.provisioned
    ? { state: 'forbidden', message: cluster.refusal ?? 'Not connected' }
    : {
        state: 'notProvisioned',
        message: 'Not provisioned yet: it has no API server to read from',
      };
}

/** How we stand with a cluster that is read. */
export function connectionOf(facts: ClusterFacts): ConnectionNow {
  const { connection, resources } = facts;
  const required = resources.filter(({ resource }) => resource.required);
  const cutOff = required.every(({ state }) => state === 'unreachable');
  if (connection.state === 'down' && connection.error) {
    const { kind, message } = connection.error;
    if (REFUSALS.has(kind)) {
      return { state: 'forbidden', message };
    }
    if (cutOff || !facts.lastContact) {
      return { state: 'unreachable', message };
    }
  }
  if (!facts.lastContact) {
    return { state: 'connecting', message: 'Connecting to the API server' };
  }
  if (required.every(({ state }) => state === 'forbidden')) {
    return { state: 'forbidden', message: required[0]?.reason };
  }
  const missing = required.find(({ state }) =>
    ['stale', 'unreachable'].includes(state),
  );
  if (missing) {
    return { state: 'stale', message: missing.reason };
  }
  const unread = required.find(({ state }) => state === 'notCollected');
  if (unread) {
    const first = unread.reason === 'being read';
    return first
      ? { state: 'connecting', message: 'Reading for the first time' }
      : { state: 'stale', message: unread.reason };
  }
  return { state: 'live', ...clockMessage(facts) };
}

function clockMessage(facts: ClusterFacts): { message?: string } {
  const { clockSkewMs: skewMs, clockRefused } = facts;
  if (clockRefused) {
    return {
      message:
        "The API server's clock is off by more than a day: durations are reckoned by the portal's",
    };
  }
  if (Math.abs(skewMs) < SKEW_WORTH_SAYING_MS) {
    return {};
  }
  const minutes = Math.round(Math.abs(skewMs) / 60_000);
  const direction = skewMs > 0 ? 'ahead of' : 'behind';
  return {
    message: `The API server's clock is ${minutes} min ${direction} the portal's`,
  };
}
