import {
  each,
  type Field,
  literal,
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

const oneToleration: Field<TolerationFacts> = literal(
  {
    key: text('key'),
    operator: withDefault(text('operator'), 'Equal'),
    value: text('value'),
    effect: text('effect'),
  },
  (of, object) => ({
    key: of.key.read(object),
    operator: of.operator.read(object),
    value: of.value.read(object),
    effect: of.effect.read(object),
  }),
);

/** A list of tolerations. */
export function tolerations(path: Path): Field<TolerationFacts[]> {
  return shared(each(path, oneToleration));
}

/** Whether one of the tolerations matches the taint. */
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
