/**
 * Names of the fields that are read of an object, each with those that are read
 * of what stands in it; `*` stands for every name. Lists are looked through:
 * what is said of a field holds for each member of a list in it. A field without
 * fields of its own is read when it is a text, a number or a flag.
 *
 * Whoever fetches objects can leave out all others without making anything of
 * them: an API server sends twenty times as much as rules and pages read.
 */
export interface WantedFields {
  readonly [name: string]: WantedFields;
}
