import type { Field, FieldsOf } from './Field';
import { mergeWanted } from './WantedFields';

/** Several facts of the same object. */
export function record<T>(fields: FieldsOf<T>): Field<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  const all = names.map(name => fields[name]);
  // Not filled by assignments: after 20 of them V8 would turn the object, and
  // each copy of it, into a hash table, which is ten times slower.
  const blank = Object.fromEntries(
    names.map(name => [name, undefined]),
  ) as Partial<T>;
  return {
    wanted: mergeWanted(...all.map(({ wanted }) => wanted)),
    captured: mergeWanted(...all.map(({ captured }) => captured)),
    read(object) {
      // The copy has all names from the start: adding them one by one is
      // slower. So is copying with `...`, because V8 optimizes that only for
      // few shapes of objects.
      const facts = Object.assign({}, blank);
      for (let index = 0; index < names.length; index += 1) {
        facts[names[index]] = all[index].read(object);
      }
      // The loop has set each name of T.
      return facts as T;
    },
  };
}
