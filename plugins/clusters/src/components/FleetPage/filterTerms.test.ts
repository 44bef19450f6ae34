import { hasTerm, toggleTerm } from './filterTerms';

describe('toggleTerm', () => {
  it.each([
    ['', 'verdict:critical'],
    ['env:prod  cilium:<1.18', 'env:prod  cilium:<1.18 verdict:critical'],
    ['verdict:healthy env:prod', 'env:prod verdict:critical'],
    ['env:prod verdict:critical', 'env:prod'],
    ['"no  addresses" verdict:healthy', '"no  addresses" verdict:critical'],
    ['env:dev OR env:prod', '(env:dev OR env:prod) verdict:critical'],
    [
      '(env:dev OR verdict:healthy) verdict:healthy',
      '(env:dev OR verdict:healthy) verdict:critical',
    ],
    ['-verdict:healthy', '-verdict:healthy verdict:critical'],
  ])('turns "%s" into "%s"', (before, after) => {
    expect(toggleTerm(before, 'verdict', 'critical')).toBe(after);
  });

  it('sees whole terms only', () => {
    expect(hasTerm('-verdict:critical', 'verdict', 'critical')).toBe(false);
    expect(hasTerm('verdict:critical,degraded', 'verdict', 'critical')).toBe(
      false,
    );
    expect(hasTerm('verdict:critical OR env:dev', 'verdict', 'critical')).toBe(
      false,
    );
    expect(hasTerm('verdict:critical', 'verdict', 'critical')).toBe(true);
  });
});
