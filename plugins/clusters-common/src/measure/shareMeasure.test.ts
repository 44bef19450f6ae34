import fc from 'fast-check';
import type { Measure } from './measureSchema';
import { shareMeasure } from './shareMeasure';

const exact = (value: number): Measure => ({ certainty: 'exact', value });
const atLeast = (value: number): Measure => ({ certainty: 'atLeast', value });
const unknown: Measure = { certainty: 'unknown', reason: 'forbidden' };

describe('shareMeasure', () => {
  it.each([
    [exact(81), exact(100), exact(0.81)],
    [atLeast(81), exact(100), atLeast(0.81)],
    [exact(81), atLeast(100), { certainty: 'atMost', value: 0.81 }],
    [atLeast(81), atLeast(100), { certainty: 'estimate', value: 0.81 }],
    [unknown, exact(100), unknown],
    [exact(0), unknown, unknown],
  ])('of %j and %j is %j', (part, whole, share) => {
    expect(shareMeasure(part, whole)).toEqual(share);
  });

  it('is unknown when the whole is zero', () => {
    expect(shareMeasure(exact(0), exact(0)).certainty).toBe('unknown');
  });

  it('gives true bounds of the share', () => {
    const amount = fc
      .record({
        real: fc.integer({ min: 1, max: 1000 }),
        off: fc.nat(500),
        certainty: fc.constantFrom('exact', 'atLeast', 'atMost'),
      })
      .map(({ real, off, certainty }) => {
        const seen = { exact: real, atLeast: real - off, atMost: real + off };
        const value = seen[certainty as keyof typeof seen];
        return { real, measure: { certainty, value } as Measure };
      });
    fc.assert(
      fc.property(amount, amount, (part, whole) => {
        const share = shareMeasure(part.measure, whole.measure);
        const real = part.real / whole.real;
        const value = 'value' in share ? share.value : real;
        const tolerance = 1e-9;
        const holds = {
          exact: Math.abs(value - real) < tolerance,
          atLeast: value <= real + tolerance,
          atMost: value >= real - tolerance,
          estimate: true,
          unknown: true,
        };
        expect({ share, holds: holds[share.certainty] }).toEqual({
          share,
          holds: true,
        });
      }),
    );
  });
});
