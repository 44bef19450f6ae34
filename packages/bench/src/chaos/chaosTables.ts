import type { ChaosResult } from './ChaosResult';
import type { LongestSpan } from './Coverage';
import { HANDOVER_SECONDS } from './handoverSeconds';

const inSeconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(1);

function longest(spans: readonly LongestSpan[], fault: string): string {
  const span = spans.find(one => one.fault === fault);
  return span ? inSeconds(span.milliseconds) : '0.0';
}

/** A run as Markdown. */
export function chaosTables(result: ChaosResult): string {
  const { faults, unwatched, watchedTwice, verdicts, startMs } = result;
  const rows = ['none', ...Object.keys(faults).sort()].map(
    fault =>
      `| ${fault} | ${faults[fault] ?? ''} | ${longest(
        unwatched,
        fault,
      )} | ${longest(watchedTwice, fault)} |`,
  );
  return [
    '| fault when it began | times | a cluster without a watch, longest, s | with two watches, longest, s |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    `Each cluster was watched ${inSeconds(startMs)} s after the start. ${
      verdicts.changes
    } times a cluster was made critical and healthy again: ${
      verdicts.lost
    } of these changes are missing in the history, ${
      verdicts.notShown
    } were not shown by every running replica, and the slowest took ${inSeconds(
      verdicts.slowestMs,
    )} s until all showed it. A replica that was told to stop had ${HANDOVER_SECONDS} s to hand its clusters over (\`clusters.reader.handover\`).`,
    '',
  ].join('\n');
}
