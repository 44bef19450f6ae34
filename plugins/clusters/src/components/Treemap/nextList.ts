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
  const order = before.keys.filter(key => staying.has(key));
  keys.forEach((key, index) => {
    if (!staying.has(key)) {
      // The key before it has its place already; the first has none before it.
      order.splice(order.indexOf(keys[index - 1]) + 1, 0, key);
    }
  });
  return { number: before.number, keys: order };
}
