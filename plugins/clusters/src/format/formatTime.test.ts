import {
  formatDate,
  formatHour,
  formatTime,
  formatWeekday,
} from './formatTime';

describe('formatTime', () => {
  it('prints one style of times, and of days', () => {
    const local = new Date(2026, 10, 22, 9, 41);
    expect(formatTime('en-GB', local.getTime())).toBe(
      'Sun, 22 Nov 2026, 09:41',
    );
    expect(formatTime('en-GB', local.toISOString())).toBe(
      'Sun, 22 Nov 2026, 09:41',
    );
    expect(formatDate('en-GB', '2027-03-27')).toBe('27 Mar 2027');
  });

  it('prints a text that is no time unchanged', () => {
    expect(formatTime('en-GB', 'soon')).toBe('soon');
    expect(formatDate('en-GB', 'soon')).toBe('soon');
  });

  it('prints times as the language writes them', () => {
    const local = new Date(2026, 10, 22, 9, 41).getTime();
    expect(formatTime('de-DE', local)).toBe('So., 22. Nov. 2026, 09:41');
    expect(formatDate('de-DE', '2027-03-27')).toBe('27. März 2027');
    expect(formatHour('de-DE', local)).toBe('09:41');
    expect(formatWeekday('de-DE', Date.UTC(2026, 10, 22))).toBe('So., 22.');
  });
});
