import { formatShare } from './formatShare';

describe('formatShare', () => {
  it.each([
    [0, '0 %'],
    [0.001, '< 1 %'],
    [0.62, '62 %'],
    [0.999, '> 99 %'],
    [1, '100 %'],
  ])('prints %d as %s', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });
});
