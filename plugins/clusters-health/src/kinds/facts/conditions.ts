import { WantedFields } from '@clusterworks/plugin-clusters-common';
import { Fields } from '../Fields';
import { plainFields } from '../plainFields';

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

/** What `readConditions` reads of a status. */
export const conditionFields: WantedFields = {
  conditions: plainFields(
    'type',
    'status',
    'reason',
    'message',
    'lastTransitionTime',
    'observedGeneration',
  ),
};

/** Reads `conditions` of a status; any other status than True and False is Unknown. */
export function readConditions(status: Fields): ConditionFacts[] {
  return status.objects('conditions').map(condition => {
    const value = condition.text('status');
    return {
      type: condition.text('type') ?? '',
      status: value === 'True' || value === 'False' ? value : 'Unknown',
      reason: condition.text('reason'),
      message: condition.text('message'),
      since: condition.time('lastTransitionTime'),
      observedGeneration: condition.count('observedGeneration'),
    };
  });
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
  if (!condition) return 'Absent';
  const { observedGeneration } = condition;
  const behind =
    observedGeneration !== undefined &&
    generation !== undefined &&
    observedGeneration < generation;
  return behind ? 'Unknown' : condition.status;
}
