import type { Measure } from '@clusterworks/plugin-clusters-common';
import { LOCALE } from './locale';

/** How a measure is shown and how it is read aloud. */
export type MeasureText = {
  /** For the eye: `12`, `≥ 12`, `≤ 12`, `≈ 12` or `—`. */
  text: string;
  /** For screen readers and hover; says why when a value is unknown. */
  spoken: string;
};

/**
 * Prints a measure so that its certainty is visible. An unknown value is never
 * printed as zero.
 *
 * @param measure - the number and how sure we are of it
 * @param format - prints the number itself
 */
export function formatMeasure(
  measure: Measure,
  format: (value: number) => string = value => value.toLocaleString(LOCALE),
): MeasureText {
  switch (measure.certainty) {
    case 'exact':
      return { text: format(measure.value), spoken: format(measure.value) };
    case 'atLeast':
      return {
        text: `≥ ${format(measure.value)}`,
        spoken: `at least ${format(measure.value)}`,
      };
    case 'atMost':
      return {
        text: `≤ ${format(measure.value)}`,
        spoken: `at most ${format(measure.value)}`,
      };
    case 'estimate':
      return {
        text: `≈ ${format(measure.value)}`,
        spoken: `about ${format(measure.value)}`,
      };
    default:
      return { text: '—', spoken: `unknown: ${measure.reason}` };
  }
}

/** The number of a measure, or `undefined` when it is unknown. */
export function measureNumber(measure: Measure): number | undefined {
  return measure.certainty === 'unknown' ? undefined : measure.value;
}
