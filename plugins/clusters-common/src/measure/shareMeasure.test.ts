import type { Measure } from './measureSchema';
import { shareMeasure } from './shareMeasure';

const exact = (value: number): Measure => ({ certainty: 'exact', value });
const atLeast = (value: number): Measure => ({ certainty: 'atLeast', value });
const unknown: Measure = { certainty: 'unknown', reason: 'forbidden' };

describe('shareMeasure', () => {
  it.each([
    [exact(81), exact(100), exact(0.81)],
    [atLeast(81), exact(100), { certainty: 'estimate', value: 0.81 }],
    [unknown, exact(100), unknown],
    [exact(0), unknown, unknown],
  ])('of %j and %j is %j', (part, whole, share) => {
    expect(shareMeasure(part, whole)).toEqual(share);
  });

  it('is unknown when there is nothing', () => {
    expect(shareMeasure(exact(0), exact(0)).certainty).toBe('unknown');
  });
});
