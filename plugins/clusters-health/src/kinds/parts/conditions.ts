import {
  count,
  type Field,
  mapped,
  objects,
  shared,
  text,
  time,
  withDefault,
} from '../fields';

/** A status condition. */
export interface ConditionFacts {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  /** `lastTransitionTime`: moves only when the status changes, not the reason. */
  since?: number;
  observedGeneration?: number;
}

/** `status.conditions`. */
export const allConditions: Field<ConditionFacts[]> = objects(
  'status.conditions',
  {
    type: withDefault(text('type'), ''),
    status: mapped(text('status'), knownStatus),
    reason: text('reason'),
    message: text('message'),
    since: time('lastTransitionTime'),
    observedGeneration: count('observedGeneration'),
  },
);

/** `status.conditions`; many objects say the same. */
export const conditions = shared(allConditions);

/** Any other status than True and False is Unknown. */
function knownStatus(status: string | undefined): ConditionFacts['status'] {
  return status === 'True' || status === 'False' ? status : 'Unknown';
}

/** The condition of that type, if the object has it. */
export function conditionOf(
  object: { conditions: ConditionFacts[] },
  type: string,
): ConditionFacts | undefined {
  return object.conditions.find(condition => condition.type === type);
}

/**
 * The status as of the present generation: a condition that was written for an
 * older one says nothing and is Unknown.
 */
export function effectiveStatus(
  condition: ConditionFacts | undefined,
  generation: number | undefined,
): 'True' | 'False' | 'Unknown' | 'Absent' {
  if (!condition) {
    return 'Absent';
  }
  const { observedGeneration } = condition;
  const behind =
    observedGeneration !== undefined &&
    generation !== undefined &&
    observedGeneration < generation;
  return behind ? 'Unknown' : condition.status;
}
