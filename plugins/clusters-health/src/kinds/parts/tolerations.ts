import {
  type Field,
  objects,
  type Path,
  shared,
  text,
  withDefault,
} from '../fields';
import type { TaintFacts } from './taints';

/** A toleration. */
export interface TolerationFacts {
  key?: string;
  operator: string;
  value?: string;
  effect?: string;
}

/** A list of tolerations. */
export function tolerations(path: Path): Field<TolerationFacts[]> {
  return shared(
    objects(path, {
      key: text('key'),
      operator: withDefault(text('operator'), 'Equal'),
      value: text('value'),
      effect: text('effect'),
    }),
  );
}

/** Whether one of the tolerations lets a pod onto a node with the taint. */
export function tolerates(
  given: readonly TolerationFacts[],
  taint: Pick<TaintFacts, 'key' | 'effect' | 'value'>,
): boolean {
  return given.some(toleration => {
    if (toleration.effect && toleration.effect !== taint.effect) {
      return false;
    }
    if (toleration.operator === 'Exists') {
      return !toleration.key || toleration.key === taint.key;
    }
    return (
      toleration.key === taint.key &&
      (toleration.value ?? '') === (taint.value ?? '')
    );
  });
}
