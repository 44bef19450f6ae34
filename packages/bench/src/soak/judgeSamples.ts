import { median } from '../lib/median';
import type { SoakSample } from './SoakSample';

/** The metrics that must stay level. */
export type SoakMetric = Exclude<keyof SoakSample, 'minute' | 'lost'>;

/** How far a metric may rise from the first judged sample to the last. */
interface Tolerance {
  /** As a share of the metric's median. */
  share: number;
  /** As an absolute number. */
  least: number;
  /** Whether the metric must stay at its value from before the first fault. */
  asAtFirst?: boolean;
}

/**
 * Resources should be equal at each sample, apart from those of clusters that
 * are still recovering. RSS varies most.
 */
export const tolerances: Record<SoakMetric, Tolerance> = {
  rssMb: { share: 0.15, least: 60 },
  heapMb: { share: 0.1, least: 15 },
  timers: { share: 0.1, least: 30, asAtFirst: true },
  sockets: { share: 0.05, least: 10, asAtFirst: true },
  rows: { share: 0.1, least: 100 },
};

/** Caches fill up in the first third of the time. */
const WARM_UP_SHARE = 1 / 3;
const LEAST_SAMPLES = 6;

/** The course of a metric over the judged samples. */
export interface SoakVerdict {
  metric: SoakMetric;
  median: number;
  /**
   * By how much the trend rises over the judged time, or the metric exceeds
   * its first value.
   */
  growth: number;
  /** By how much the metric may grow. */
  allowed: number;
  level: boolean;
}

/**
 * Slope by Theil and Sen, the median of the slopes between all pairs: a few
 * outliers do not change it.
 */
function slope(points: readonly { x: number; y: number }[]): number {
  const slopes = points.flatMap((from, index) =>
    points
      .slice(index + 1)
      .filter(({ x }) => x > from.x)
      .map(to => (to.y - from.y) / (to.x - from.x)),
  );
  return slopes.length > 0 ? median(slopes) : 0;
}

/**
 * Whether each metric stays level after the first third of the time.
 *
 * @param samples - the first of them from before anything was disturbed
 * @throws when there are too few samples to tell
 */
export function judgeSamples(samples: readonly SoakSample[]): SoakVerdict[] {
  const judged = samples.slice(Math.floor(samples.length * WARM_UP_SHARE));
  if (judged.length < LEAST_SAMPLES) {
    throw new Error(
      `${judged.length} samples after warming up; at least ${LEAST_SAMPLES} tell a trend`,
    );
  }
  const minutes = judged[judged.length - 1].minute - judged[0].minute;
  return (Object.keys(tolerances) as SoakMetric[]).map(metric => {
    const values = judged.map(sample => sample[metric]);
    const middle = median(values);
    const { share, least, asAtFirst } = tolerances[metric];
    const allowed = Math.max(share * middle, least);
    const rise = slope(
      judged.map(({ minute }, index) => ({ x: minute, y: values[index] })),
    );
    const growth = Math.max(
      rise * minutes,
      asAtFirst ? middle - samples[0][metric] : -Infinity,
    );
    return { metric, median: middle, growth, allowed, level: growth < allowed };
  });
}
