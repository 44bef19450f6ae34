import { judgeSamples, type SoakMetric, tolerances } from './judgeSamples';
import type { SoakSample } from './SoakSample';

const level: SoakSample = {
  ...{ minute: 0, rssMb: 400, heapMb: 150, timers: 900, sockets: 100 },
  ...{ rows: 2_000, lost: 0 },
};

/** Thirty samples, a minute apart. */
function samples(
  metric: SoakMetric,
  at: (minute: number, usual: number) => number,
): SoakSample[] {
  return Array.from({ length: 30 }, (_, minute) => ({
    ...level,
    minute,
    [metric]: at(minute, level[metric]),
  }));
}

const metrics = Object.keys(tolerances) as SoakMetric[];

describe('judgeSamples', () => {
  const growing = (all: SoakSample[]) =>
    judgeSamples(all)
      .filter(verdict => !verdict.level)
      .map(({ metric }) => metric);

  it.each(metrics)('calls %s level that only jumps about', metric => {
    const jumps = (minute: number, usual: number) =>
      usual * (1 + 0.2 * Math.sin(minute * 2.1));
    expect(growing(samples(metric, jumps))).toEqual([]);
  });

  const fills = (minute: number, usual: number) =>
    usual * Math.min(1, 0.3 + minute / 12);

  it.each(['rssMb', 'heapMb', 'rows'] as const)(
    'calls %s level that fills up at first',
    metric => {
      expect(growing(samples(metric, fills))).toEqual([]);
    },
  );

  it.each(['timers', 'sockets'] as const)(
    'finds more %s than before anything was disturbed',
    metric => {
      expect(growing(samples(metric, fills))).toEqual([metric]);
    },
  );

  it.each(metrics)('calls %s level that falls', metric => {
    const falls = (minute: number, usual: number) => usual * (1 - minute / 60);
    expect(growing(samples(metric, falls))).toEqual([]);
  });

  it.each(metrics)('finds a leak in %s among jumps', metric => {
    const { share, least } = tolerances[metric];
    const allowed = Math.max(share * level[metric] * 1.5, least);
    // Twenty minutes are judged.
    const leaks = (minute: number, usual: number) =>
      usual + (minute * 1.5 * allowed) / 20 + (minute % 3);
    expect(growing(samples(metric, leaks))).toEqual([metric]);
  });

  it.each(metrics)('is not turned by a last sample of %s far off', metric => {
    const once = (minute: number, usual: number) =>
      minute === 29 ? 3 * usual : usual;
    expect(growing(samples(metric, once))).toEqual([]);
  });

  it('refuses to judge too few samples', () => {
    expect(() => judgeSamples(samples('rows', () => 1).slice(0, 7))).toThrow(
      '5 samples after warming up; at least 6 tell a trend',
    );
  });
});
