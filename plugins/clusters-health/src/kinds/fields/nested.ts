import type { Field, FieldsOf } from './Field';
import { record } from './record';
import { partsOf, type Path } from './values';
import { mergeWanted, wantedAt } from './WantedFields';

/** Facts of the object under a path; all absent when it is. */
export function object<T>(path: Path, fields: FieldsOf<T>): Field<T> {
  const parts = partsOf(path);
  const inner = record(fields);
  return {
    wanted: wantedAt(parts, inner.wanted),
    captured: wantedAt(parts, inner.captured),
    read: outer => inner.read(outer.object(parts)),
  };
}

/** One fact of each object in the list under a path. */
export function each<T>(path: Path, field: Field<T>): Field<T[]> {
  const parts = partsOf(path);
  return {
    wanted: wantedAt(parts, field.wanted),
    captured: wantedAt(parts, field.captured),
    read: outer => outer.objects(parts).map(member => field.read(member)),
  };
}

/** Several facts of each object in the list under a path. */
export function objects<T>(path: Path, fields: FieldsOf<T>): Field<T[]> {
  return each(path, record(fields));
}

/** A fact that is only read where something stands under a path. */
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
