import { nextIndex } from './moveFocus';

describe('nextIndex', () => {
  const rows = { count: 16, columns: 8 };
  it.each<[string, number, number | undefined]>([
    ['ArrowRight', 3, 4],
    ['ArrowLeft', 0, 0],
    ['ArrowDown', 3, 11],
    ['ArrowDown', 12, 12],
    ['ArrowUp', 11, 3],
    ['Home', 9, 0],
    ['End', 9, 15],
    ['a', 9, undefined],
  ])('%s at %d leads to %p', (key, from, expected) => {
    expect(nextIndex(key, from, rows)).toBe(expected);
  });
});
