/**
 * Names of the fields that are read of an object, each with those that are read
 * of what stands in it; `*` stands for every name. Lists are looked through:
 * what is said of a field holds for each member of a list in it. A field without
 * fields of its own is read when it is a text, a number or a flag.
 *
 * Whoever fetches objects can leave out all others without making anything of
 * them: an API server sends twenty times as much as rules and pages read.
 *
 * @public
 */
export interface WantedFields {
  readonly [name: string]: WantedFields;
}

const noFields: WantedFields = {};

/** The tree in which some fields are wanted of what stands under a path. */
export function wantedAt(
  path: readonly string[],
  inner: WantedFields = noFields,
): WantedFields {
  return path.reduceRight<WantedFields>(
    (tree, name) => ({ [name]: tree }),
    inner,
  );
}

/** The tree that wants what any of several trees wants. */
export function mergeWanted(...trees: readonly WantedFields[]): WantedFields {
  const names = new Set(trees.flatMap(tree => Object.keys(tree)));
  return Object.fromEntries(
    [...names].map(name => [
      name,
      mergeWanted(...trees.flatMap(tree => wantedOf(tree, name) ?? [])),
    ]),
  );
}

/** What a tree wants of the field with a name; undefined when nothing. */
export function wantedOf(
  tree: WantedFields,
  name: string,
): WantedFields | undefined {
  return Object.hasOwn(tree, name) ? tree[name] : tree['*'];
}
