import {
  count,
  each,
  eachWhere,
  type Field,
  mapped,
  literal,
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
  /**
   * `lastTransitionTime`, which changes only with the status, not with the
   * reason.
   */
  since?: number;
  observedGeneration?: number;
}

const fields = {
  type: withDefault(text('type'), ''),
  status: mapped(text('status'), knownStatus),
  reason: text('reason'),
  message: text('message'),
  since: time('lastTransitionTime'),
  observedGeneration: count('observedGeneration'),
};

const oneCondition: Field<ConditionFacts> = literal(fields, (of, object) => ({
  type: of.type.read(object),
  status: of.status.read(object),
  reason: of.reason.read(object),
  message: of.message.read(object),
  since: of.since.read(object),
  observedGeneration: of.observedGeneration.read(object),
}));

/**
 * `status.conditions`; not shared, because its times differ between objects.
 */
export const conditions = each('status.conditions', oneCondition);

/**
 * The entries of `status.conditions` whose type and status pass a test. Shared,
 * because pods of one ReplicaSet often become ready in the same second.
 */
export function conditionsWhere(
  isKept: (condition: Pick<ConditionFacts, 'type' | 'status'>) => boolean,
): Field<ConditionFacts[]> {
  const { type, status } = fields;
  const tested = literal({ type, status }, (of, object) => ({
    type: of.type.read(object),
    status: of.status.read(object),
  }));
  return shared(eachWhere('status.conditions', tested, isKept, oneCondition));
}

/** A status other than True and False counts as Unknown. */
function knownStatus(status: string | undefined): ConditionFacts['status'] {
  return status === 'True' || status === 'False' ? status : 'Unknown';
}

/** The condition of the given type, if the object has it. */
export function conditionOf(
  object: { conditions: ConditionFacts[] },
  type: string,
): ConditionFacts | undefined {
  return object.conditions.find(condition => condition.type === type);
}

/**
 * The status for the current generation: a condition that was written for an
 * older generation is out of date and counts as Unknown.
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
