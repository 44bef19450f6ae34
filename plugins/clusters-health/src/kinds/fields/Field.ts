import type { UntrustedObject } from './UntrustedObject';
import type { WantedFields } from './WantedFields';

/**
 * One fact of an object: which fields it comes from, and how it is read. The
 * type of the fact, the bytes to unpack, and what a capture may contain are all
 * derived from this declaration.
 */
export interface Field<T> {
  /** The fields that `read` reads. */
  readonly wanted: WantedFields;
  /** The fields among `wanted` that a capture may contain. */
  readonly captured: WantedFields;
  read(object: UntrustedObject): T;
}

/** One field declaration per fact. */
export type FieldsOf<T> = { readonly [K in keyof T]: Field<T[K]> };

/** The facts that a set of field declarations gives. */
export type ValuesOf<F> = {
  [K in keyof F]: F[K] extends Field<infer T> ? T : never;
};
