import {
  type Field,
  objects,
  type Path,
  shared,
  text,
  time,
  withDefault,
} from '../fields';

/** A taint. */
export interface TaintFacts {
  key: string;
  effect: string;
  value?: string;
  timeAdded?: number;
}

/** A list of taints. */
export function taints(path: Path): Field<TaintFacts[]> {
  return shared(
    objects(path, {
      key: withDefault(text('key'), ''),
      effect: withDefault(text('effect'), ''),
      value: text('value'),
      timeAdded: time('timeAdded'),
    }),
  );
}
