import { keptOrder } from './keptOrder';

describe('keptOrder', () => {
  it.each([
    ['keeps the order of the same keys', 'abc', 'cab', 'abc'],
    ['takes the new order when a key came', 'abc', 'dcab', 'dcab'],
    ['takes the new order when a key went', 'abc', 'ca', 'ca'],
    ['takes the new order when a key was replaced', 'abc', 'dca', 'dca'],
    ['begins with the order that there is', '', 'ba', 'ba'],
  ])('%s', (_what, before, keys, expected) => {
    expect(keptOrder([...before], [...keys])).toEqual([...expected]);
  });
});
