import { numberFormat } from './intlFormats';

const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;
const BYTE_RESOURCES = new Set(['memory', 'ephemeral-storage']);

function printNumber(locale: string, value: number): string {
  return numberFormat(locale, Math.abs(value) < 100 ? 1 : 0).format(value);
}

/**
 * Prints an amount of a Kubernetes resource as people write it: `1.5 TiB`
 * for bytes, `2,000` for cores and pieces.
 *
 * @param locale - BCP 47
 * @param resource - a resource name, for example `cpu` or `memory`
 * @param value - in base units: cores, bytes, pieces
 */
export function formatAmount(
  locale: string,
  resource: string,
  value: number,
): string {
  if (!BYTE_RESOURCES.has(resource)) {
    return printNumber(locale, value);
  }
  let scaled = value;
  let unit = 0;
  while (Math.abs(scaled) >= 1024 && unit < BINARY_UNITS.length - 1) {
    scaled /= 1024;
    unit += 1;
  }
  return `${printNumber(locale, scaled)} ${BINARY_UNITS[unit]}`;
}
