import type { Field, FieldsOf } from './Field';
import { record } from './record';
import { SharedValues } from './SharedValues';
import { mergeWanted } from './WantedFields';

/** A fact that is made of another. */
export function mapped<T, R>(field: Field<T>, make: (fact: T) => R): Field<R> {
  const { wanted, captured } = field;
  return { wanted, captured, read: object => make(field.read(object)) };
}

/** A fact that is made of several others. */
export function derived<T, R>(
  fields: FieldsOf<T>,
  make: (facts: T) => R,
): Field<R> {
  return mapped(record(fields), make);
}

/** A fact, or what holds where the field is absent. */
export function withDefault<T, D>(
  field: Field<T>,
  absent: D,
): Field<NonNullable<T> | D> {
  return mapped(field, fact => fact ?? absent);
}

/** The first of several facts that is there. */
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

/** A text; an empty one is absent. */
export function filled(
  field: Field<string | undefined>,
): Field<string | undefined> {
  return mapped(field, fact => fact || undefined);
}

/** A fact that no capture may hold. */
export function uncaptured<T>(field: Field<T>): Field<T> {
  return { ...field, captured: {} };
}

/** A memory of equal values only: what is read does not depend on it. */
const values = new SharedValues();

/** A fact of which many objects say the same: one copy is kept of it. */
export function shared<T>(field: Field<T>): Field<T> {
  return mapped(field, fact => values.share(fact));
}
