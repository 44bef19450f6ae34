import { fleetRow } from '../../__testUtils__/fleetRow';
import { cardLines } from './cardLines';

const rows = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'].map(name =>
  fleetRow({ name }),
);
const groupOf = ({ name }: { name: string }) => name.slice(0, 1);

/** `A` for the heading of a group, `a1 a2` for cards beside each other. */
const shown = (lines: ReturnType<typeof cardLines>) =>
  lines.map(line =>
    line.kind === 'group'
      ? line.group.toUpperCase()
      : line.rows.map(({ name }) => name).join(' '),
  );

describe('cardLines', () => {
  it.each([
    ['one column', { columns: 1 }, ['a1', 'a2', 'a3', 'b1', 'b2', 'c1']],
    ['the last line is not full', { columns: 4 }, ['a1 a2 a3 b1', 'b2 c1']],
    ['all in one line', { columns: 6 }, ['a1 a2 a3 b1 b2 c1']],
    [
      'each group begins a line',
      { columns: 2, groupOf },
      ['A', 'a1 a2', 'a3', 'B', 'b1 b2', 'C', 'c1'],
    ],
    [
      'a folded group has its heading only',
      { columns: 2, groupOf, isFolded: (group: string) => group === 'a' },
      ['A', 'B', 'b1 b2', 'C', 'c1'],
    ],
  ])('%s', (_name, options, expected) => {
    expect(shown(cardLines({ rows, ...options }))).toEqual(expected);
  });

  it('names a line by its first card, so that others may change', () => {
    const keys = (of: typeof rows) =>
      cardLines({ rows: of, columns: 2 }).map(({ key }) => key);
    expect(keys(rows.slice(0, 3))).toEqual(keys(rows).slice(0, 2));
    expect(new Set(keys(rows)).size).toBe(3);
  });

  it('has no lines without clusters', () => {
    expect(cardLines({ rows: [], columns: 3, groupOf })).toEqual([]);
  });
});
