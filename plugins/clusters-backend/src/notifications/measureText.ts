import type { Measure } from '@clusterworks/plugin-clusters-common';

const DAY_HOURS = 24;

const WORDS = {
  exact: '',
  atMost: 'at most ',
  atLeast: 'at least ',
  estimate: 'about ',
};

/** A number of hours in words, as days from two days on, with its certainty. */
export function durationText(hours: Measure): string | undefined {
  return hours.certainty !== 'unknown' && hours.value >= 2 * DAY_HOURS
    ? amountText(
        { ...hours, value: Math.ceil(hours.value / DAY_HOURS) },
        'day',
        'days',
      )
    : amountText(hours, 'hour', 'hours');
}

/**
 * A number in words, with its certainty.
 *
 * @returns undefined when it is not known
 */
export function amountText(
  measure: Measure,
  one: string,
  many: string,
): string | undefined {
  if (measure.certainty === 'unknown') {
    return undefined;
  }
  const { certainty, value } = measure;
  return `${WORDS[certainty]}${value} ${value === 1 ? one : many}`;
}
