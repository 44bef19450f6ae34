import { LOCALE } from './locale';

const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;
const BYTE_RESOURCES = new Set(['memory', 'ephemeral-storage']);

const wholeNumbers = new Intl.NumberFormat(LOCALE, {
  maximumFractionDigits: 0,
});
const oneDecimal = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });

function printNumber(value: number): string {
  return Math.abs(value) < 100
    ? oneDecimal.format(value)
    : wholeNumbers.format(value);
}

/** The name people use for a Kubernetes resource, with its unit. */
export function resourceLabel(resource: string): string {
  switch (resource) {
    case 'cpu':
      return 'vCPU';
    case 'memory':
      return 'Memory';
    case 'ephemeral-storage':
      return 'Ephemeral storage';
    case 'nodes':
      return 'Nodes';
    case 'nvidia.com/gpu':
      return 'NVIDIA GPUs';
    default:
      return resource;
  }
}

/**
 * Prints an amount of a Kubernetes resource as people write it: `1.5 TiB`
 * for bytes, `2,000` for cores and pieces.
 *
 * @param resource - a resource name, for example `cpu` or `memory`
 * @param value - in base units: cores, bytes, pieces
 */
export function formatAmount(resource: string, value: number): string {
  if (!BYTE_RESOURCES.has(resource)) {
    return printNumber(value);
  }
  let scaled = value;
  let unit = 0;
  while (Math.abs(scaled) >= 1024 && unit < BINARY_UNITS.length - 1) {
    scaled /= 1024;
    unit += 1;
  }
  return `${printNumber(scaled)} ${BINARY_UNITS[unit]}`;
}
