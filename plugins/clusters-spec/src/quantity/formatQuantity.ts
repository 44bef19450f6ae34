import type { Quantity } from './Quantity';
import { quantityToNumber } from './Quantity';

const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];

function asNumber(value: Quantity | number): number {
  return typeof value === 'number' ? value : quantityToNumber(value);
}

function trimmed(value: number, digits: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

/**
 * Bytes as people write them: `1.5 TiB`, not `1649267441664`. Three
 * significant digits at least; never rounds up to the next unit's 1024.
 *
 * @public
 */
export function formatBytes(bytes: Quantity | number): string {
  const value = asNumber(bytes);
  let scaled = Math.abs(value);
  let unit = 0;
  while (scaled >= 1024 && unit < UNITS.length - 1) {
    scaled /= 1024;
    unit += 1;
  }
  const digits = scaled >= 100 || unit === 0 ? 0 : 1;
  return `${value < 0 ? '-' : ''}${trimmed(scaled, digits)} ${UNITS[unit]}`;
}

/**
 * Whether a resource counts bytes: memory, storage, huge pages.
 *
 * @public
 */
export function isByteResource(resource: string): boolean {
  return (
    resource === 'memory' ||
    resource === 'storage' ||
    resource === 'ephemeral-storage' ||
    resource.startsWith('hugepages-')
  );
}

/**
 * An amount of a Kubernetes resource as people write it: `2,000 vCPU`,
 * `1.5 TiB`, `100` (pieces, without a unit).
 *
 * @param value - in base units: cores, bytes, pieces
 *
 * @public
 */
export function formatQuantity(
  value: Quantity | number,
  resource: string,
): string {
  if (isByteResource(resource)) {
    return formatBytes(value);
  }
  const number = trimmed(asNumber(value), 2);
  return resource === 'cpu' ? `${number} vCPU` : number;
}
