import type {
  ClusterView,
  Connection,
} from '@clusterworks/plugin-clusters-common';
import { sourceStateOf } from './connectionOf';

/**
 * What pages showed when the cluster could last be read, marked as old: exact
 * numbers become estimates, and the parts say that they cannot be read now.
 */
export function agedView(
  view: ClusterView,
  connection: Pick<Connection, 'state' | 'message'>,
): ClusterView {
  const aged = estimated(view) as ClusterView;
  // What is being connected to again was read before: it is old, not unread.
  const state =
    connection.state === 'connecting'
      ? 'stale'
      : sourceStateOf(connection.state);
  const reason = connection.message;
  return {
    ...aged,
    karpenter: { ...aged.karpenter, state, reason },
    cilium: { ...aged.cilium, state, reason },
  };
}

function estimated(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(estimated);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    key === 'certainty' && inner === 'exact' ? 'estimate' : estimated(inner),
  ]);
  return Object.fromEntries(entries);
}
