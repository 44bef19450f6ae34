import { repeatTables } from './repeatTables';

const row = (ours: number | string, others = {}) => ({
  ...{ metric: 'page', unit: 'ms', goal: '10 ms', ours },
  ...others,
});

/** The cells of the line of one metric. */
const cells = (...rows: ReturnType<typeof row>[]) =>
  repeatTables(rows.map(one => [one]))
    .trim()
    .split('\n')
    .at(-1)
    ?.split('|')
    .slice(1, -1)
    .map(cell => cell.trim());

describe('repeatTables', () => {
  it.each([
    ['one run', [4], '4.00 ms', '4.00 ms to 4.00 ms'],
    ['an odd number', [9, 1, 4], '4.00 ms', '1.00 ms to 9.00 ms'],
    ['an even number', [10, 2, 1, 6], '4.00 ms', '1.00 ms to 10.0 ms'],
    ['a failure among them', [4, 'fails', 5], '4.00 ms, fails, 5.00 ms', ''],
    ['only failures', ['fails', 'fails'], 'fails', ''],
  ])('shows the median and the spread of %s', (_, values, median, spread) => {
    expect(cells(...values.map(value => row(value)))).toEqual([
      ...['page', median, spread, '', '10 ms', ''],
    ]);
  });

  it('tells in how many runs a goal was met, and what the peer needed', () => {
    expect(
      cells(
        row(4, { met: true, peer: 40 }),
        row(14, { met: false, peer: 60 }),
        row(5, { met: true, peer: 50 }),
      ),
    ).toEqual([
      ...['page', '5.00 ms', '4.00 ms to 14.0 ms', '50.0 ms', '10 ms'],
      '**2 of 3**',
    ]);
  });

  it('refuses runs that did not measure the same', () => {
    expect(() => repeatTables([[row(1)], []])).toThrow('the same');
  });
});
