import type { ConditionView } from '@clusterworks/plugin-clusters-common';
import type { ConditionFacts } from '../kinds';
import { conditionOf, effectiveStatus } from '../kinds';

/** Milliseconds since 1970 as RFC 3339; `undefined` for an invalid time. */
export function timeView(time: number | undefined): string | undefined {
  if (time === undefined || Math.abs(time) > 8.64e15) {
    return undefined;
  }
  return new Date(time).toISOString();
}

/**
 * The condition for pages. A condition that is absent or was written for an
 * older generation is Unknown.
 */
export function conditionView(
  object: { conditions: ConditionFacts[]; generation?: number },
  type: string,
): ConditionView {
  const condition = conditionOf(object, type);
  const status = effectiveStatus(condition, object.generation);
  return {
    status: status === 'Absent' ? 'Unknown' : status,
    reason: condition?.reason,
    message: condition?.message,
    since: timeView(condition?.since),
  };
}

/**
 * The first of the given conditions that is not True, as `Type: reason:
 * message`; `undefined` when the object is Ready.
 */
export function notReadyBecause(
  object: { conditions: ConditionFacts[]; generation?: number },
  types: readonly string[],
): string | undefined {
  if (conditionView(object, 'Ready').status === 'True') {
    return undefined;
  }
  for (const wanted of ['False', 'Unknown']) {
    for (const type of types) {
      const condition = conditionOf(object, type);
      if (
        condition &&
        effectiveStatus(condition, object.generation) === wanted
      ) {
        return [type, condition.reason, condition.message]
          .filter(Boolean)
          .join(': ');
      }
    }
  }
  return conditionOf(object, 'Ready')?.message || undefined;
}
