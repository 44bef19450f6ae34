import type { Measure } from '@clusterworks/plugin-clusters-common';

/** Milliseconds of a minute. */
export const MINUTE = 60_000;

/** The time that the fixtures call now, in milliseconds since 1970. */
export const FIXTURES_NOW = Date.now();

/** A time so many minutes before that, as RFC 3339. */
export const minutesAgo = (minutes: number): string =>
  new Date(FIXTURES_NOW - minutes * MINUTE).toISOString();

export const exact = (value: number): Measure => ({
  certainty: 'exact',
  value,
});
export const atLeast = (value: number): Measure => ({
  certainty: 'atLeast',
  value,
});
export const atMost = (value: number): Measure => ({
  certainty: 'atMost',
  value,
});
export const unknown = (reason: string): Measure => ({
  certainty: 'unknown',
  reason,
});
