import { hasVerdictTerm, toggleVerdictTerm } from './filterTerms';

describe('toggleVerdictTerm', () => {
  it.each([
    ['', 'verdict:critical'],
    ['env:prod  cilium:<1.18', 'env:prod cilium:<1.18 verdict:critical'],
    ['verdict:healthy env:prod', 'env:prod verdict:critical'],
    ['env:prod verdict:critical', 'env:prod'],
  ])('turns "%s" into "%s"', (before, after) => {
    expect(toggleVerdictTerm(before, 'critical')).toBe(after);
  });

  it('sees whole terms only', () => {
    expect(hasVerdictTerm('-verdict:critical', 'critical')).toBe(false);
    expect(hasVerdictTerm('verdict:critical,degraded', 'critical')).toBe(false);
    expect(hasVerdictTerm('verdict:critical', 'critical')).toBe(true);
  });
});
