import { formatDate, formatTime } from './formatTime';

describe('formatTime', () => {
  it('prints one style of times, and of days', () => {
    const local = new Date(2026, 10, 22, 9, 41);
    expect(formatTime(local.getTime())).toBe('Sun, 22 Nov 2026, 09:41');
    expect(formatTime(local.toISOString())).toBe('Sun, 22 Nov 2026, 09:41');
    expect(formatDate('2027-03-27')).toBe('27 Mar 2027');
  });

  it('prints a text that is no time unchanged', () => {
    expect(formatTime('soon')).toBe('soon');
    expect(formatDate('soon')).toBe('soon');
  });
});
