import { nextBox } from './nextBox';

const box = (name: string, left: number, top: number, size = 10) => ({
  ...{ name, left, top },
  ...{ width: size, height: size },
});
const boxes = [
  box('a', 0, 0),
  box('b', 12, 0),
  box('c', 0, 12),
  box('d', 12, 12),
  box('far', 60, 4),
];

describe('nextBox', () => {
  it.each([
    ['a', 'ArrowRight', 'b'],
    ['a', 'ArrowDown', 'c'],
    ['d', 'ArrowLeft', 'c'],
    ['d', 'ArrowUp', 'b'],
    ['b', 'ArrowRight', 'far'],
    ['far', 'ArrowRight', undefined],
    ['a', 'ArrowUp', undefined],
    ['a', 'Enter', undefined],
    ['a', 'constructor', undefined],
    ['gone', 'ArrowDown', undefined],
  ])('from %s with %s leads to %s', (from, key, to) => {
    expect(nextBox(boxes, from, key)).toBe(to);
  });
});
