import { nextList } from './nextList';

describe('nextList', () => {
  it.each([
    ['keeps the order of the same keys', 'abc', 'cab', 'abc'],
    ['puts new keys behind those that they follow', 'abc', 'xcayzb', 'xayzbc'],
    ['puts a new key first when it is the first', 'abc', 'dcab', 'dabc'],
    ['drops a key, and keeps the order of the others', 'abc', 'ca', 'ac'],
    ['keeps the list when half of its keys are new', 'abc', 'dcfa', 'dacf'],
  ])('%s', (_what, before, keys, expected) => {
    const next = nextList({ number: 7, keys: [...before] }, [...keys]);
    expect([next.number, next.keys.join('')]).toEqual([7, expected]);
  });

  it.each([
    ['when there were none', '', 'ba'],
    ['when most are new', 'abc', 'dcfea'],
  ])('begins a new list %s', (_what, before, keys) => {
    expect(nextList({ number: 7, keys: [...before] }, [...keys])).toEqual({
      number: 8,
      keys: [...keys],
    });
  });

  it('is the same list while its keys are the same', () => {
    const before = { number: 7, keys: ['a', 'b'] };
    expect(nextList(before, ['b', 'a'])).toBe(before);
  });
});
