import type { Measure } from '@clusterworks/plugin-clusters-common';

/** How a measure is shown and how it is read aloud. */
export type MeasureText = {
  /** For the eye: `12`, `≥ 12`, `≤ 12`, `≈ 12` or `—`. */
  text: string;
  /** For screen readers and hover; says why when a value is unknown. */
  spoken: string;
};

/** How sure a number is, in words. */
export type MeasureWords = {
  atLeast(number: string): string;
  atMost(number: string): string;
  about(number: string): string;
  unknown(measure: Extract<Measure, { certainty: 'unknown' }>): string;
};

/**
 * Prints a measure so that its certainty is visible. An unknown value is never
 * printed as zero.
 *
 * @param words - how sure the number is, for reading aloud
 * @param measure - the number and how sure we are of it
 * @param format - prints the number itself
 */
export function formatMeasure(
  words: MeasureWords,
  measure: Measure,
  format: (value: number) => string,
): MeasureText {
  if (measure.certainty === 'unknown') {
    return { text: '—', spoken: words.unknown(measure) };
  }
  const number = format(measure.value);
  switch (measure.certainty) {
    case 'atLeast':
      return { text: `≥ ${number}`, spoken: words.atLeast(number) };
    case 'atMost':
      return { text: `≤ ${number}`, spoken: words.atMost(number) };
    case 'estimate':
      return { text: `≈ ${number}`, spoken: words.about(number) };
    default:
      return { text: number, spoken: number };
  }
}

/** The number of a measure, or `undefined` when it is unknown. */
export function measureNumber(measure: Measure): number | undefined {
  return measure.certainty === 'unknown' ? undefined : measure.value;
}
