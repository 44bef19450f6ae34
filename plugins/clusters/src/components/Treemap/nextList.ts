/** Keys in the order of their elements. */
export interface KeyedList {
  /** Another number is another list: all elements are made anew. */
  number: number;
  keys: readonly string[];
}

/**
 * The list that shows `keys`. Those that stay keep their order, each new one
 * follows the key that stands before it: an element that moves in its list
 * loses the focus, and costs as much as a new one. When most are new, the list
 * is a new one, which a browser puts in its place at once instead of element by
 * element.
 */
export function nextList(
  before: KeyedList,
  keys: readonly string[],
): KeyedList {
  const old = new Set(before.keys);
  const staying = new Set(keys.filter(key => old.has(key)));
  if (staying.size * 2 < keys.length) {
    return { number: before.number + 1, keys };
  }
  if (staying.size === keys.length && staying.size === old.size) {
    return before;
  }
  const followers = new Map<string | undefined, string[]>();
  let last: string | undefined;
  for (const key of keys) {
    if (staying.has(key)) {
      last = key;
    } else {
      followers.set(last, [...(followers.get(last) ?? []), key]);
    }
  }
  return {
    number: before.number,
    keys: [undefined, ...before.keys.filter(key => staying.has(key))].flatMap(
      key => [
        ...(key === undefined ? [] : [key]),
        ...(followers.get(key) ?? []),
      ],
    ),
  };
}
