import type { Field } from './Field';
import type { FieldPath, UntrustedObject } from './UntrustedObject';
import { wantedAt } from './WantedFields';

/** Where a field stands: `spec.nodeName`, or its parts where one has a dot. */
export type Path = string | FieldPath;

/** The names that a path consists of. */
export function partsOf(path: Path): FieldPath {
  return typeof path === 'string' ? path.split('.') : path;
}

/** A field that is read by one method of {@link UntrustedObject}. */
function value<T>(
  path: Path,
  read: (object: UntrustedObject, path: FieldPath) => T,
): Field<T> {
  const parts = partsOf(path);
  const wanted = wantedAt(parts);
  return { wanted, captured: wanted, read: object => read(object, parts) };
}

/** A text, at most 1,024 characters of it. */
export function text(path: Path): Field<string | undefined> {
  return value(path, (object, parts) => object.text(parts));
}

/** A finite number. */
export function number(path: Path): Field<number | undefined> {
  return value(path, (object, parts) => object.number(parts));
}

/** A whole number that is not negative. */
export function count(path: Path): Field<number | undefined> {
  return value(path, (object, parts) => object.count(parts));
}

/** A count where a text may stand too; undefined for any other text. */
export function numeral(path: Path): Field<number | undefined> {
  return value(path, (object, parts) => object.numeral(parts));
}

/** `true` or `false`. */
export function flag(path: Path): Field<boolean | undefined> {
  return value(path, (object, parts) => object.flag(parts));
}

/** An RFC 3339 time in milliseconds since 1970. */
export function time(path: Path): Field<number | undefined> {
  return value(path, (object, parts) => object.time(parts));
}

/** The texts of a list. */
export function texts(path: Path): Field<string[]> {
  return value(path, (object, parts) => object.texts(parts));
}

/** Whether the field is there, whatever it holds. */
export function exists(path: Path): Field<boolean> {
  return value(path, (object, parts) => object.has(parts));
}
