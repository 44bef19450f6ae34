import { stopSeconds } from './stopSeconds';

describe('stopSeconds', () => {
  it.each([
    [undefined, 8],
    ['', 8],
    [' ', 8],
    ['28', 28],
    ['1', 1],
    ['0', 8],
    ['600', 600],
    ['601', 8],
    ['28s', 8],
    ['-1', 8],
    ['Infinity', 8],
  ])('%p is %p', (text, seconds) => {
    expect(stopSeconds(text)).toBe(seconds);
  });
});
