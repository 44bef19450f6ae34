import { retryAfterOf, serverClockOf } from './responseHeaders';

describe('what headers say', () => {
  it.each([
    ['3', 3_000],
    ['0.5', 500],
    ['60', 60_000],
    ['61', 60_000],
    ['1e999', 60_000],
    ['0', undefined],
    ['-1', undefined],
    ['', undefined],
    ['soon', undefined],
    [undefined, undefined],
  ])('of a pause: %s', (header, milliseconds) => {
    expect(retryAfterOf({ 'retry-after': header })).toBe(milliseconds);
  });

  const at = (milliseconds: number) =>
    new Date(Date.now() + milliseconds).toUTCString();

  it.each([
    ['a minute ahead', 60_000],
    ['almost a day behind', -86_000_000],
  ])('of a clock %s', (_what, skewMs) => {
    expect(serverClockOf({ date: at(skewMs) })).toEqual({
      skewMs: expect.closeTo(skewMs, -4),
    });
  });

  it.each([
    ['more than a day behind', at(-86_500_000), 'unbelievable'],
    ['more than a day ahead', at(90_000_000), 'unbelievable'],
    ['in the year 275760', at(8.64e15 - Date.now()), 'unbelievable'],
    ['that is none', 'now', 'unbelievable'],
    ['that is not there', undefined, undefined],
  ])('of a clock %s', (_what, date, expected) => {
    expect(serverClockOf({ date })).toBe(expected);
  });
});
