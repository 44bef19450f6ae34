/** The last two numbers of an address in a name that EC2 gives. */
const BY_ADDRESS = /^ip-\d{1,3}-\d{1,3}-(\d{1,3})-(\d{1,3})(?:\.|$)/;

/** A name that is short enough for a box: `1.88` of `ip-10-40-1-88.internal`. */
export function shortNodeName(name: string): string {
  const [, third, fourth] = BY_ADDRESS.exec(name) ?? [];
  return third === undefined ? name : `${third}.${fourth}`;
}
