/**
 * A copy of a list that was filled by `push`: V8 makes room for 17 members with
 * the first, and most lists in an object have one or two.
 */
export function withoutSpareRoom<T>(list: readonly T[]): T[] {
  return list.slice();
}
