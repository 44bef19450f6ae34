import type { ChaosResult } from './ChaosResult';
import type { LongestSpan } from './Coverage';

/** The longest time without a watch, and with more than one. */
const MOST_MS = 30_000;
/** A replica that is told to stop hands its clusters over. */
const MOST_MS_OF_RESTART = 5_000;

function above(
  spans: readonly LongestSpan[],
  what: string,
  mostMs: (fault: string) => number,
): string[] {
  return spans
    .filter(({ fault, milliseconds }) => milliseconds > mostMs(fault))
    .map(
      ({ fault, milliseconds }) =>
        `chaos: ${fault}: a cluster was ${what} for ${(
          milliseconds / 1_000
        ).toFixed(1)} s`,
    );
}

/** What did not go as it must, in words; nothing when all did. */
export function chaosFailures(result: ChaosResult): string[] {
  const { verdicts, whole } = result;
  return [
    ...above(result.unwatched, 'watched by no replica', fault =>
      fault === 'rolling restart' ? MOST_MS_OF_RESTART : MOST_MS,
    ),
    ...above(result.watchedTwice, 'watched by several replicas', () => MOST_MS),
    ...(verdicts.changes === 0
      ? ['chaos: no change of a verdict was shown']
      : []),
    ...(verdicts.lost > 0
      ? [`chaos: ${verdicts.lost} changes of a verdict are not in the history`]
      : []),
    ...(verdicts.notShown > 0
      ? [`chaos: ${verdicts.notShown} changes of a verdict were not shown`]
      : []),
    ...(whole ? [] : ['chaos: in the end, not every cluster was watched once']),
  ];
}
