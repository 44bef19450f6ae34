import type { SoakResult } from './runSoak';

/** Each limit of the soak that was passed, as a sentence; empty when none was. */
export function soakFailures({ samples, verdicts }: SoakResult): string[] {
  const growing = verdicts
    .filter(({ level }) => !level)
    .map(
      ({ metric, growth, allowed }) =>
        `soak: ${metric} grew by ${growth.toFixed(0)}, ${allowed.toFixed(
          0,
        )} are allowed`,
    );
  const lost = samples
    .filter(sample => sample.lost > 0)
    .map(
      ({ minute, lost: count }) =>
        `soak: ${count} clusters were not live again in minute ${minute.toFixed(
          0,
        )}`,
    );
  return [...growing, ...lost];
}
