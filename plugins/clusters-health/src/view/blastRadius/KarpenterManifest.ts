/**
 * A NodePool or EC2NodeClass as git has it.
 *
 * @public
 */
export type KarpenterManifest = {
  kind: string;
  metadata: { name: string };
  spec?: unknown;
};

/** The value at a path of keys; undefined where there is none. */
export function valueIn(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) {
      return undefined;
    }
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}
