import type { UntrustedObject } from './UntrustedObject';
import type { WantedFields } from './WantedFields';

/**
 * One fact of an object: what it is made of, and how it is read. All that is
 * known of a field follows from this: the type of the fact, the bytes that are
 * worth unpacking, and what a capture may hold.
 */
export interface Field<T> {
  /** The fields that `read` looks at. */
  readonly wanted: WantedFields;
  /** Of these, the ones that a capture may hold. */
  readonly captured: WantedFields;
  read(object: UntrustedObject): T;
}

/** A field for each fact of a set. */
export type FieldsOf<T> = { readonly [K in keyof T]: Field<T[K]> };

/** The facts that a set of fields gives. */
export type ValuesOf<F> = {
  [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};
