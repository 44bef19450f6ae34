import type { Field } from './Field';
import type { TextOfEach } from './UntrustedObject';
import { partsOf, type Path } from './values';
import { type WantedFields, wantedAt } from './WantedFields';

const anyName: WantedFields = { '*': {} };

/** A map with arbitrary keys and text values, for example labels. */
export function textMap(path: Path): Field<Record<string, string>> {
  const parts = partsOf(path);
  const wanted = wantedAt(parts, anyName);
  return { wanted, captured: wanted, read: object => object.textMap(parts) };
}

/** The keys of a map, whatever their values are. */
export function keys(path: Path): Field<string[]> {
  const parts = partsOf(path);
  const wanted = wantedAt(parts, anyName);
  return { wanted, captured: wanted, read: object => object.keys(parts) };
}

/** The texts under some keys of a map; other keys are not kept. */
export function pick<K extends string>(
  path: Path,
  names: readonly K[],
): Field<Partial<Record<K, string>>> {
  const parts = partsOf(path);
  const wanted = wantedAt(
    parts,
    Object.fromEntries(names.map(name => [name, {}])),
  );
  return {
    wanted,
    captured: wanted,
    read: object => object.pick(parts, names),
  };
}

/** One fact of each object in a map, with the name of the object. */
export function entries<T>(
  path: Path,
  field: Field<T>,
): Field<[name: string, fact: T][]> {
  const parts = partsOf(path);
  return {
    wanted: wantedAt([...parts, '*'], field.wanted),
    captured: wantedAt([...parts, '*'], field.captured),
    read(object) {
      const map = object.object(parts);
      return map.keys([]).map(name => [name, field.read(map.object([name]))]);
    },
  };
}

/** The names in a map of objects, and the text in one field of each object. */
export function textOfEach(path: Path, field: string): Field<TextOfEach> {
  const parts = partsOf(path);
  const wanted = wantedAt([...parts, '*', field]);
  return {
    wanted,
    captured: wanted,
    read: object => object.textOfEach(parts, field),
  };
}
