import type { Field } from './Field';
import type { FieldPath } from './FieldPath';
import type { UntrustedObject } from './UntrustedObject';
import { wantedAt } from './WantedFields';

/**
 * The path of a field: `spec.nodeName`, or a list of names when a name contains
 * a dot.
 */
export type Path = string | FieldPath;

/** The names in a path. */
export function partsOf(path: Path): FieldPath {
  return typeof path === 'string' ? path.split('.') : path;
}

/** A fact that is read from one path. */
export function value<T>(
  parts: FieldPath,
  read: (object: UntrustedObject) => T,
): Field<T> {
  const wanted = wantedAt(parts);
  return { wanted, captured: wanted, read };
}

/** A text, at most 1,024 characters of it. */
export function text(path: Path): Field<string | undefined> {
  const parts = partsOf(path);
  return value(parts, object => object.text(parts));
}

/** A finite number. */
export function number(path: Path): Field<number | undefined> {
  const parts = partsOf(path);
  return value(parts, object => object.number(parts));
}

/** A whole number that is not negative. */
export function count(path: Path): Field<number | undefined> {
  const parts = partsOf(path);
  return value(parts, object => object.count(parts));
}

/** A count that may also be written as text; undefined for any other text. */
export function numeral(path: Path): Field<number | undefined> {
  const parts = partsOf(path);
  return value(parts, object => object.numeral(parts));
}

/** `true` or `false`. */
export function flag(path: Path): Field<boolean | undefined> {
  const parts = partsOf(path);
  return value(parts, object => object.flag(parts));
}

/** An RFC 3339 time in milliseconds since 1970. */
export function time(path: Path): Field<number | undefined> {
  const parts = partsOf(path);
  return value(parts, object => object.time(parts));
}

/** The texts in a list. */
export function texts(path: Path): Field<string[]> {
  const parts = partsOf(path);
  return value(parts, object => object.texts(parts));
}

/** Whether the field exists, whatever its value is. */
export function exists(path: Path): Field<boolean> {
  const parts = partsOf(path);
  return value(parts, object => object.has(parts));
}
