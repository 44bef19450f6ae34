import type { Field, FieldsOf } from './Field';
import { record } from './record';
import { partsOf, type Path } from './values';
import { type WantedFields, wantedAt } from './WantedFields';

const anyName: WantedFields = { '*': {} };

/** A map of any names to texts, for example labels. */
export function textMap(path: Path): Field<Record<string, string>> {
  const parts = partsOf(path);
  const wanted = wantedAt(parts, anyName);
  return { wanted, captured: wanted, read: object => object.textMap(parts) };
}

/** The names in a map, whatever stands under them. */
export function keys(path: Path): Field<string[]> {
  const parts = partsOf(path);
  const wanted = wantedAt(parts, anyName);
  return { wanted, captured: wanted, read: object => object.keys(parts) };
}

/** The texts under some names of a map; others are not kept. */
export function pick<K extends string>(
  path: Path,
  names: readonly K[],
): Field<Partial<Record<K, string>>> {
  const parts = partsOf(path);
  const members = names.map(name => ({ name, at: [...parts, name] }));
  const wanted = wantedAt(
    parts,
    Object.fromEntries(names.map(name => [name, {}])),
  );
  return {
    wanted,
    captured: wanted,
    read(object) {
      const picked: Partial<Record<K, string>> = {};
      for (const { name, at } of members) {
        const found = object.text(at);
        if (found !== undefined) {
          picked[name] = found;
        }
      }
      return picked;
    },
  };
}

/** The objects of a map, each with the name that it stands under. */
export function entries<T>(
  path: Path,
  fields: FieldsOf<T>,
): Field<[name: string, facts: T][]> {
  const parts = partsOf(path);
  const member = record(fields);
  return {
    wanted: wantedAt([...parts, '*'], member.wanted),
    captured: wantedAt([...parts, '*'], member.captured),
    read(object) {
      const map = object.object(parts);
      return map.keys([]).map(name => [name, member.read(map.object([name]))]);
    },
  };
}
