/** A status condition of a custom resource. */
export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason: string;
  message: string;
  lastTransitionTime: string;
  observedGeneration: number;
}

/**
 * Sets a condition as Karpenter does: a True one has its type for a reason, and
 * lastTransitionTime moves only when the status does (karpenter-observed 3).
 */
export function withCondition(
  conditions: readonly Condition[],
  set: Partial<Condition> & Pick<Condition, 'type' | 'status'>,
  time: string,
  generation = 1,
): Condition[] {
  const previous = conditions.find(({ type }) => type === set.type);
  const condition: Condition = {
    reason: set.type,
    message: '',
    ...set,
    lastTransitionTime:
      previous?.status === set.status ? previous.lastTransitionTime : time,
    observedGeneration: generation,
  };
  return [...conditions.filter(({ type }) => type !== set.type), condition];
}

/** The condition that an object has from its creation on. */
export function awaiting(type: string, time: string): Condition {
  return {
    type,
    status: 'Unknown',
    reason: 'AwaitingReconciliation',
    message: 'object is awaiting reconciliation',
    lastTransitionTime: time,
    observedGeneration: 1,
  };
}

/**
 * Sets Ready from the conditions that it depends on: False if any is, else
 * Unknown if any is, else True (facts/karpenter.md 1.5).
 */
export function withReady(
  conditions: readonly Condition[],
  dependents: readonly string[],
  time: string,
): Condition[] {
  const unmet = conditions
    .filter(
      ({ type, status }) => dependents.includes(type) && status !== 'True',
    )
    .sort((a, b) => a.type.localeCompare(b.type));
  const failed = unmet.some(({ status }) => status === 'False');
  const message = unmet
    .map(({ type, status }) => `${type}=${status}`)
    .join(', ');
  if (unmet.length === 0) {
    return withCondition(conditions, { type: 'Ready', status: 'True' }, time);
  }
  return withCondition(
    conditions,
    {
      type: 'Ready',
      status: failed ? 'False' : 'Unknown',
      reason: failed ? 'UnhealthyDependents' : 'ReconcilingDependents',
      message,
    },
    time,
  );
}

/** Whether a condition is True. */
export function isTrue(
  conditions: readonly Condition[],
  type: string,
): boolean {
  return conditions.some(
    condition => condition.type === type && condition.status === 'True',
  );
}
