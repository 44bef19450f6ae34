import type { Field, FieldsOf } from './Field';
import { mergeWanted } from './WantedFields';

/** Several facts of the same object. */
export function record<T>(fields: FieldsOf<T>): Field<T> {
  const names: (keyof T & string)[] = [];
  const blank: Partial<T> = {};
  const all: Field<unknown>[] = [];
  for (const name in fields) {
    if (Object.hasOwn(fields, name)) {
      names.push(name);
      all.push(fields[name]);
      blank[name] = undefined;
    }
  }
  return {
    wanted: mergeWanted(...all.map(({ wanted }) => wanted)),
    captured: mergeWanted(...all.map(({ captured }) => captured)),
    read(object) {
      // A copy has all names at once: adding them one by one is slower.
      const facts = { ...blank };
      for (const name of names) {
        facts[name] = fields[name].read(object);
      }
      // Each name of T was set.
      return facts as T;
    },
  };
}
