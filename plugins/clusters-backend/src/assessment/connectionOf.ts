import type {
  Connection,
  SourceState,
} from '@clusterworks/plugin-clusters-common';
import type { KnownCluster } from '../discovery/KnownCluster';
import { type ClusterFacts, refusalState } from '../reader';

/** State of the connection to a cluster; `continueConnection` adds `since`. */
export type ConnectionNow = Omit<Connection, 'since' | 'sinceAtLeast'>;

/** A larger clock skew makes durations wrong and tokens invalid. */
const SKEW_WORTH_SAYING_MS = 60_000;

/** State of the connection to a cluster that is not read. */
export function connectionWithoutReader(cluster: KnownCluster): ConnectionNow {
  if (cluster.notRead) {
    return { state: 'notRead', message: cluster.notRead };
  }
  return cluster.provisioned
    ? { state: 'forbidden', message: cluster.refusal ?? 'Not connected' }
    : {
        state: 'notProvisioned',
        message: 'Not provisioned yet: it has no API server to read from',
      };
}

/** The state of all sources of a cluster that cannot be read. */
export function sourceStateOf(state: Connection['state']): SourceState {
  switch (state) {
    case 'live':
      return 'ok';
    case 'connecting':
      return 'reading';
    default:
      return state;
  }
}

/** State of the connection to a cluster that is read. */
export function connectionOf(facts: ClusterFacts): ConnectionNow {
  const { connection, resources } = facts;
  const required = resources.filter(({ kind }) => kind.required);
  const allAre = (wanted: SourceState) =>
    required.every(({ state }) => state === wanted);
  if (allAre('noCredentials')) {
    return { state: 'noCredentials', message: required[0]?.reason };
  }
  if (connection.state === 'down' && connection.error) {
    const { kind, message } = connection.error;
    if (refusalState(kind) === 'forbidden') {
      return { state: 'forbidden', message };
    }
    if (allAre('unreachable') || !facts.lastContact) {
      return { state: 'unreachable', message };
    }
  }
  if (!facts.lastContact) {
    return { state: 'connecting', message: 'Connecting to the API server' };
  }
  if (allAre('forbidden')) {
    return { state: 'forbidden', message: required[0]?.reason };
  }
  const missing = required.find(({ state }) =>
    ['stale', 'unreachable', 'noCredentials'].includes(state),
  );
  if (missing) {
    return { state: 'stale', message: missing.reason };
  }
  const unread = required.find(({ state }) => state === 'notCollected');
  if (unread) {
    return { state: 'stale', message: unread.reason };
  }
  if (required.some(({ state }) => state === 'reading')) {
    return { state: 'connecting', message: 'Reading for the first time' };
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
