import { formatDuration } from './formatDuration';

describe('formatDuration', () => {
  it.each([
    [-5_000, '0 s'],
    [0, '0 s'],
    [14_900, '14 s'],
    [60_000, '1 min'],
    [12 * 60_000, '12 min'],
    [3 * 3_600_000 + 59 * 60_000, '3 h'],
    [47 * 3_600_000, '47 h'],
    [48 * 3_600_000, '2 d'],
  ])('prints %d ms as %s', (milliseconds, text) => {
    expect(formatDuration('en-GB', milliseconds)).toBe(text);
  });

  it('prints the number as the language writes it', () => {
    expect(formatDuration('de-DE', 1234 * 24 * 3_600_000)).toBe('1.234 d');
  });
});
