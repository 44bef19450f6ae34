/** Replaces one value somewhere in an object. */
export function spoil(
  value: unknown,
  path: readonly number[],
  by: unknown,
): unknown {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) {
    return by;
  }
  const keys = Object.keys(value);
  if (keys.length === 0) {
    return by;
  }
  const key = keys[step % keys.length];
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...value };
  const inner = (value as Record<string, unknown>)[key];
  Object.defineProperty(copy, key, {
    value: spoil(inner, rest, by),
    enumerable: true,
    configurable: true,
    writable: true,
  });
  return copy;
}
