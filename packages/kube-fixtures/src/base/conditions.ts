/** A status condition as custom resources have it. */
export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message: string;
  lastTransitionTime: string;
  observedGeneration?: number;
}

/**
 * A condition. The reason of a True condition is its type, as Karpenter writes
 * it.
 */
export function condition(
  type: string,
  status: Condition['status'],
  since: string,
  reason = type,
  message = '',
): Condition {
  return {
    type,
    status,
    reason,
    message,
    lastTransitionTime: since,
    observedGeneration: 1,
  };
}

/** The condition that an object has from its creation on. */
export function awaiting(type: string, since: string): Condition {
  return condition(
    type,
    'Unknown',
    since,
    'AwaitingReconciliation',
    'object is awaiting reconciliation',
  );
}

/** A condition that is True since a time, or else in its initial state. */
export function reached(
  type: string,
  at: string | undefined,
  createdAt: string,
): Condition {
  return at ? condition(type, 'True', at) : awaiting(type, createdAt);
}

/**
 * The Ready that follows from other conditions: False if any is, else Unknown
 * if any is, else True since the last of them.
 */
export function readyOf(
  dependents: readonly Condition[],
  createdAt: string,
): Condition {
  const unmet = dependents
    .filter(({ status }) => status !== 'True')
    .sort((a, b) => a.type.localeCompare(b.type));
  const since = dependents
    .map(({ lastTransitionTime }) => lastTransitionTime)
    .sort();
  if (unmet.length === 0) {
    return condition('Ready', 'True', since[since.length - 1] ?? createdAt);
  }
  const failed = unmet.find(({ status }) => status === 'False');
  return condition(
    'Ready',
    failed ? 'False' : 'Unknown',
    failed?.lastTransitionTime ?? createdAt,
    failed ? 'UnhealthyDependents' : 'ReconcilingDependents',
    unmet.map(({ type, status }) => `${type}=${status}`).join(', '),
  );
}

/** Conditions with some of them replaced. */
export function withConditions(
  conditions: readonly Condition[],
  set: readonly Condition[] = [],
): Condition[] {
  const types = new Set(set.map(({ type }) => type));
  return [...conditions.filter(({ type }) => !types.has(type)), ...set];
}
