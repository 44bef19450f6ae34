import { formatShare } from './formatShare';

describe('formatShare', () => {
  it.each([
    [0, '0 %'],
    [0.001, '< 1 %'],
    [0.62, '62 %'],
    [0.999, '> 99 %'],
    [1, '100 %'],
    [12.34, '1,234 %'],
  ])('prints %d as %s', (share, text) => {
    expect(formatShare('en-GB', share)).toBe(text);
  });
});
