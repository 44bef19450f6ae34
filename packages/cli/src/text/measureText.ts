import type { Measure } from '@clusterworks/plugin-clusters-common';

/** A measure with its certainty: `12`, `≥ 12`, `≤ 12`, `≈ 12` or `unknown`. */
export function measureText(
  measure: Measure,
  format: (value: number) => string = String,
): string {
  switch (measure.certainty) {
    case 'unknown':
      return 'unknown';
    case 'exact':
      return format(measure.value);
    case 'atLeast':
      return `≥ ${format(measure.value)}`;
    case 'atMost':
      return `≤ ${format(measure.value)}`;
    default:
      return `≈ ${format(measure.value)}`;
  }
}
