/**
 * The names of the fields that are read from an object. The value under each
 * name lists the fields that are read inside that field; `*` stands for every
 * name. Lists are looked through: the entry of a list field applies to each
 * member of the list. A field with an empty entry is read when it is a text, a
 * number or a boolean.
 *
 * The reader does not unpack other fields: an API server sends twenty times as
 * much as rules and pages read.
 *
 * @public
 */
export interface WantedFields {
  readonly [name: string]: WantedFields;
}

const noFields: WantedFields = {};

/** The tree that wants the given fields below a path. */
export function wantedAt(
  path: readonly string[],
  inner: WantedFields = noFields,
): WantedFields {
  return path.reduceRight<WantedFields>(
    (tree, name) => ({ [name]: tree }),
    inner,
  );
}

/** The tree that wants every field that one of the given trees wants. */
export function mergeWanted(...trees: readonly WantedFields[]): WantedFields {
  const names = new Set(trees.flatMap(tree => Object.keys(tree)));
  return Object.fromEntries(
    [...names].map(name => [
      name,
      mergeWanted(...trees.flatMap(tree => wantedOf(tree, name) ?? [])),
    ]),
  );
}

/**
 * The subtree for the field with the given name; undefined when the field is
 * not wanted.
 */
export function wantedOf(
  tree: WantedFields,
  name: string,
): WantedFields | undefined {
  return Object.hasOwn(tree, name) ? tree[name] : tree['*'];
}
