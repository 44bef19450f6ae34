/** Field names that lead from an object to one of its fields. */
export type FieldPath = readonly string[];
