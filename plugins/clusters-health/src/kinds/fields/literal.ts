import type { Field, FieldsOf } from './Field';
import { record } from './record';
import type { UntrustedObject } from './UntrustedObject';

/**
 * Several facts of the same object, built by an object literal that repeats
 * each name. V8 builds a literal faster than the computed names of `record`,
 * which is worth the repetition for parts of pods, of which a cluster has tens
 * of thousands.
 */
export function literal<F extends FieldsOf<object>, T>(
  fields: F,
  make: (fields: F, object: UntrustedObject) => T,
): Field<T> {
  const { wanted, captured } = record<object>(fields);
  return { wanted, captured, read: object => make(fields, object) };
}
