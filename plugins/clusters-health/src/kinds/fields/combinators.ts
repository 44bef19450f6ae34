import type { Field, FieldsOf } from './Field';
import { record } from './record';
import { SharedValues } from './SharedValues';
import type { UntrustedObject } from './UntrustedObject';
import { mergeWanted } from './WantedFields';

/** A fact that is computed from another fact. */
export function mapped<T, R>(field: Field<T>, make: (fact: T) => R): Field<R> {
  const { wanted, captured } = field;
  return { wanted, captured, read: object => make(field.read(object)) };
}

/** A fact that is computed from several others. */
export function derived<T, R>(
  fields: FieldsOf<T>,
  make: (facts: T) => R,
): Field<R> {
  return mapped(record(fields), make);
}

/**
 * A fact that several facts of the same object need: it is read once per object.
 * The last object that was read stays in memory.
 */
export function once<T>(field: Field<T>): Field<T> {
  const { wanted, captured } = field;
  let last: { object: UntrustedObject; fact: T } | undefined;
  return {
    wanted,
    captured,
    read(object) {
      if (last?.object !== object) {
        last = { object, fact: field.read(object) };
      }
      return last.fact;
    },
  };
}

/** A fact with a default value for an absent field. */
export function withDefault<T, D>(
  field: Field<T>,
  absent: D,
): Field<NonNullable<T> | D> {
  const { wanted, captured } = field;
  return { wanted, captured, read: object => field.read(object) ?? absent };
}

/** The first of several facts that is not undefined. */
export function firstOf<T>(...fields: Field<T>[]): Field<T | undefined> {
  return {
    wanted: mergeWanted(...fields.map(({ wanted }) => wanted)),
    captured: mergeWanted(...fields.map(({ captured }) => captured)),
    read(object) {
      for (const field of fields) {
        const fact = field.read(object);
        if (fact !== undefined) {
          return fact;
        }
      }
      return undefined;
    },
  };
}

/** A text; an empty text counts as absent. */
export function filled(
  field: Field<string | undefined>,
): Field<string | undefined> {
  return mapped(field, fact => fact || undefined);
}

/** A fact that no capture may contain. */
export function uncaptured<T>(field: Field<T>): Field<T> {
  return { ...field, captured: {} };
}

/** Holds equal values only, so the result of reading does not depend on it. */
const values = new SharedValues();

/** A fact that many objects have in common: one copy of its value is kept. */
export function shared<T>(field: Field<T>): Field<T> {
  return mapped(field, fact => values.share(fact));
}
