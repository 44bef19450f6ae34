import { spacedLines } from './spacedLines';

const item = (index: number) => ({
  index,
  start: 100 + 10 * index,
  end: 110 + 10 * index,
});
const line = (index: number) => ({ kind: 'line', index });
const gap = (after: number, height: number) => ({ kind: 'gap', after, height });

describe('spacedLines', () => {
  it.each([
    ['all lines', [0, 1, 2], 130, [line(0), line(1), line(2)]],
    ['the first', [0], 200, [line(0), gap(0, 90)]],
    ['the last', [9], 200, [gap(-1, 90), line(9)]],
    [
      'some, and one far from them',
      [1, 5, 6],
      200,
      [gap(-1, 10), line(1), gap(1, 30), line(5), line(6), gap(6, 30)],
    ],
    ['none', [], 200, [gap(-1, 100)]],
    ['none of none', [], 100, []],
  ])('leaves room around %s', (_, indexes, bottom, expected) => {
    expect(spacedLines(indexes.map(item), 100, bottom)).toEqual(expected);
  });
});
