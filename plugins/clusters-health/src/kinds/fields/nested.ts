import type { Field, FieldsOf } from './Field';
import { record } from './record';
import type { UntrustedObject } from './UntrustedObject';
import { partsOf, type Path } from './values';
import { mergeWanted, wantedAt } from './WantedFields';

/** Facts of the object at a path; all are absent when that object is absent. */
export function object<T>(path: Path, fields: FieldsOf<T>): Field<T> {
  const parts = partsOf(path);
  const inner = record(fields);
  return {
    wanted: wantedAt(parts, inner.wanted),
    captured: wantedAt(parts, inner.captured),
    read: outer => inner.read(outer.object(parts)),
  };
}

/** One fact of each object in the list at a path. */
export function each<T>(path: Path, field: Field<T>): Field<T[]> {
  const parts = partsOf(path);
  const take = (member: UntrustedObject, facts: T[]) => {
    facts.push(field.read(member));
  };
  return {
    wanted: wantedAt(parts, field.wanted),
    captured: wantedAt(parts, field.captured),
    read: outer => outer.collect(parts, take),
  };
}

/**
 * One fact of each object that passes a test, in the list at a path. Of the
 * other objects, only the facts that the test needs are read.
 */
export function eachWhere<S, T>(
  path: Path,
  tested: Field<S>,
  isKept: (facts: S) => boolean,
  field: Field<T>,
): Field<T[]> {
  const parts = partsOf(path);
  const take = (member: UntrustedObject, facts: T[]) => {
    if (isKept(tested.read(member))) {
      facts.push(field.read(member));
    }
  };
  return {
    wanted: wantedAt(parts, mergeWanted(tested.wanted, field.wanted)),
    captured: wantedAt(parts, mergeWanted(tested.captured, field.captured)),
    read: outer => outer.collect(parts, take),
  };
}

/** Several facts of each object in the list at a path. */
export function objects<T>(path: Path, fields: FieldsOf<T>): Field<T[]> {
  return each(path, record(fields));
}

/** A fact that is only read when the path exists. */
export function ifPresent<T>(
  path: Path,
  field: Field<T>,
): Field<T | undefined> {
  const parts = partsOf(path);
  return {
    wanted: mergeWanted(wantedAt(parts), field.wanted),
    captured: mergeWanted(wantedAt(parts), field.captured),
    read: outer => (outer.has(parts) ? field.read(outer) : undefined),
  };
}
