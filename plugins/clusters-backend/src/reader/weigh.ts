const VALUE_BYTES = 16;

/**
 * Estimates the memory of a value made of JSON, in bytes. The estimate is
 * rather too high, because equal parts may be shared.
 */
export function weigh(value: unknown): number {
  if (typeof value === 'string') {
    return VALUE_BYTES + value.length;
  }
  if (typeof value !== 'object' || value === null) {
    return VALUE_BYTES;
  }
  let bytes = VALUE_BYTES;
  if (Array.isArray(value)) {
    for (const item of value) {
      bytes += weigh(item);
    }
    return bytes;
  }
  for (const key of Object.keys(value)) {
    bytes += key.length + weigh((value as Record<string, unknown>)[key]);
  }
  return bytes;
}
