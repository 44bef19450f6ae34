import type { Quantity } from './Quantity';

const NANO = 1_000_000_000n;
const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/**
 * Writes a quantity for a manifest, exactly: `binary` picks the largest
 * binary suffix that leaves a whole number (`4000Gi`), `decimal` writes whole
 * numbers plainly and falls back to `m`, `u`, `n`.
 *
 * @public
 */
export function quantityToString(
  quantity: Quantity,
  format: 'binary' | 'decimal' = 'decimal',
): string {
  const { nano } = quantity;
  if (nano % NANO !== 0n) {
    for (const [suffix, unit] of [
      ['m', 1_000_000n],
      ['u', 1_000n],
    ] as const) {
      if (nano % unit === 0n) {
        return `${nano / unit}${suffix}`;
      }
    }
    return `${nano}n`;
  }
  let value = nano / NANO;
  let step = 0;
  if (format === 'binary') {
    while (
      value !== 0n &&
      value % 1024n === 0n &&
      step < BINARY_SUFFIXES.length - 1
    ) {
      value /= 1024n;
      step += 1;
    }
  }
  return `${value}${BINARY_SUFFIXES[step]}`;
}
