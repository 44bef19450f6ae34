import type {
  ClusterView,
  Connection,
} from '@clusterworks/plugin-clusters-common';
import { sourceStateOf } from './connectionOf';

/**
 * Marks the last view of a cluster that cannot be read now as old: exact
 * numbers become estimates, and each source gets the state that says it cannot
 * be read.
 */
export function agedView(
  view: ClusterView,
  connection: Pick<Connection, 'state' | 'message'>,
): ClusterView {
  const aged = estimated(view) as ClusterView;
  // A cluster that is being reconnected was read before: its facts are old, not
  // missing.
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
