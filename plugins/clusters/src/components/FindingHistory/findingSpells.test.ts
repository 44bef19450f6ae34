import type { FindingChange } from '@clusterworks/plugin-clusters-common';
import { findingSpells } from './findingSpells';

const change = (
  at: string,
  finding: string,
  what: 'came' | 'went',
  orEarlier?: boolean,
) =>
  ({
    ...{ at, finding, change: what, orEarlier },
    ...{ code: 'P3', severity: 'info', title: 'x' },
  } as FindingChange);

describe('findingSpells', () => {
  it.each<[string, FindingChange[] | undefined, string[]]>([
    ['an older backend says nothing', undefined, []],
    ['it came and is there', [change('1', 'a', 'came')], ['a 1 –']],
    [
      'it came, went and came back',
      [
        change('1', 'a', 'came'),
        change('2', 'a', 'went'),
        change('3', 'a', 'came'),
      ],
      ['a 3 –', 'a 1 – 2'],
    ],
    [
      'it came before the history begins',
      [change('2', 'a', 'went')],
      ['a – 2'],
    ],
    [
      'nobody saw it go in between',
      [
        change('1', 'a', 'came'),
        change('2', 'a', 'came'),
        change('3', 'a', 'went'),
      ],
      ['a 1 – 3'],
    ],
    [
      'nobody saw when it came and went',
      [change('1', 'a', 'came', true), change('2', 'a', 'went', true)],
      ['a ≤1 – ≤2'],
    ],
    [
      'each finding has its own times',
      [
        change('1', 'a', 'came'),
        change('2', 'b', 'came'),
        change('3', 'a', 'went'),
      ],
      ['b 2 –', 'a 1 – 3'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(
      findingSpells(changes).map(({ finding, from = '', until = '', ...is }) =>
        `${finding} ${is.fromOrEarlier ? '≤' : ''}${from} – ${
          is.untilOrEarlier ? '≤' : ''
        }${until}`
          .replace(/ {2}/g, ' ')
          .trim(),
      ),
    ).toEqual(expected);
  });
});
