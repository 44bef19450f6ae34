import { isRecord } from './isRecord';

/**
 * Whether two values of JSON are equal, the order of their fields included. A
 * comparison of the texts that `JSON.stringify` returns takes longer.
 */
export function isEqualJson(one: unknown, other: unknown): boolean {
  if (one === other) {
    return true;
  }
  if (Array.isArray(one)) {
    return Array.isArray(other) && areEqualLists(one, other);
  }
  return isRecord(one) && isRecord(other) && areEqualRecords(one, other);
}

function areEqualLists(one: unknown[], other: unknown[]): boolean {
  if (one.length !== other.length) {
    return false;
  }
  for (let index = 0; index < one.length; index += 1) {
    if (!isEqualJson(one[index], other[index])) {
      return false;
    }
  }
  return true;
}

function areEqualRecords(
  one: Record<string, unknown>,
  other: Record<string, unknown>,
): boolean {
  const names = Object.keys(one);
  let position = 0;
  for (const name of Object.keys(other)) {
    if (names[position] !== name || !isEqualJson(one[name], other[name])) {
      return false;
    }
    position += 1;
  }
  return position === names.length;
}
