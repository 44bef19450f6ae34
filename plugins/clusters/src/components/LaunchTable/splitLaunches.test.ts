import type { NodeClaimView } from '@clusterworks/plugin-clusters-common';
import { splitLaunches } from './splitLaunches';

const START = Date.parse('2026-11-22T10:00:00Z');
const claim = (
  name: string,
  stage: NodeClaimView['stage'],
  seconds?: number,
): NodeClaimView => ({
  ...{ name, stage, createdAt: new Date(START).toISOString() },
  ...(seconds !== undefined && {
    initializedAt: new Date(START + seconds * 1000).toISOString(),
  }),
});
const many = (count: number, stage: NodeClaimView['stage'], seconds?: number) =>
  Array.from({ length: count }, (_, index) =>
    claim(`${stage}-${index}`, stage, seconds),
  );

const times = [40, 10, 20, 30].map(seconds => claim('a', 'ready', seconds));

describe('splitLaunches', () => {
  it('shows one that is stuck first, however old it is', () => {
    const { shown, older, olderSeconds } = splitLaunches([
      ...many(12, 'ready', 41),
      claim('stuck', 'network'),
    ]);
    expect(shown.map(({ name }) => name).slice(0, 2)).toEqual([
      ...['stuck', 'ready-0'],
    ]);
    expect(shown).toHaveLength(11);
    expect([older, olderSeconds]).toEqual([2, [41, 41]]);
  });

  it.each([
    ['ten that have finished', many(10, 'ready', 41), 10, 0, []],
    ['one more of unknown length', many(11, 'ready'), 10, 1, []],
    ['a clock that runs backwards', many(11, 'ready', -5), 10, 1, []],
    ['nodes that drain have started', many(11, 'draining', 9), 10, 1, [9]],
    ['nothing', [], 0, 0, []],
  ])('%s', (_, claims, shown, older, seconds) => {
    const split = splitLaunches(claims);
    expect(split.shown).toHaveLength(shown);
    expect(split).toMatchObject({ older, olderSeconds: seconds });
  });

  it('shows what waits longest, and counts the rest', () => {
    const { shown, ...rest } = splitLaunches(many(45, 'launching'));
    expect(rest).toMatchObject({ unfinishedOthers: 5, older: 0 });
    // The newest ones come first, so the last one waits longest.
    expect(shown.map(({ name }) => name)).toEqual(
      Array.from({ length: 40 }, (_, index) => `launching-${44 - index}`),
    );
  });

  it.each<[string, NodeClaimView[], number[]]>([
    ['of the older ones only', [...many(10, 'ready', 900), ...times], [20, 40]],
    ['none without a time', many(11, 'ready'), []],
  ])('has percentiles: %s', (_, claims, expected) => {
    const { olderMarks } = splitLaunches(claims);
    expect(olderMarks.map(({ seconds }) => seconds)).toEqual(expected);
  });
});
