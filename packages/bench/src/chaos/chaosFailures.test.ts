import { chaosFailures } from './chaosFailures';
import type { ChaosResult } from './ChaosResult';

const good: ChaosResult = {
  ...{ minutes: 3, clusters: 60, seed: 1, startMs: 5_000 },
  faults: { 'killed replica': 4 },
  unwatched: [
    { fault: 'killed replica', milliseconds: 29_000 },
    { fault: 'rolling restart', milliseconds: 4_900 },
  ],
  watchedTwice: [{ fault: 'paused replica', milliseconds: 29_000 }],
  verdicts: { changes: 10, lost: 0, notShown: 0, slowestMs: 20_000 },
  whole: true,
};

describe('chaosFailures', () => {
  it('says nothing of a good run', () => {
    expect(chaosFailures(good)).toEqual([]);
  });

  it.each<[string, Partial<ChaosResult>, RegExp]>([
    [
      'a cluster that nobody watched',
      { unwatched: [{ fault: 'killed replica', milliseconds: 30_100 }] },
      /killed replica: a cluster was watched by no replica for 30\.1 s/,
    ],
    [
      'a gap in a rolling restart',
      { unwatched: [{ fault: 'rolling restart', milliseconds: 5_100 }] },
      /rolling restart: a cluster was watched by no replica for 5\.1 s/,
    ],
    [
      'a cluster that several watched',
      { watchedTwice: [{ fault: 'paused replica', milliseconds: 31_000 }] },
      /watched by several replicas for 31\.0 s/,
    ],
    [
      'a lost verdict',
      { verdicts: { ...good.verdicts, lost: 1 } },
      /1 changes of a verdict are not in the history/,
    ],
    [
      'a verdict that was not shown',
      { verdicts: { ...good.verdicts, notShown: 2 } },
      /2 changes of a verdict were not shown/,
    ],
    [
      'a run that changed nothing',
      { verdicts: { ...good.verdicts, changes: 0 } },
      /no change of a verdict was shown/,
    ],
    ['a fleet with holes', { whole: false }, /not every cluster/],
  ])('names %s', (_what, change, words) => {
    expect(chaosFailures({ ...good, ...change })).toEqual([
      expect.stringMatching(words),
    ]);
  });
});
