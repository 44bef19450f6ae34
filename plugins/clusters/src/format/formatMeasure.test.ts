import { formatMeasure, measureNumber } from './formatMeasure';

describe('formatMeasure', () => {
  it('shows how sure a number is', () => {
    expect(formatMeasure({ certainty: 'exact', value: 4091 })).toEqual({
      text: '4,091',
      spoken: '4,091',
    });
    expect(formatMeasure({ certainty: 'atLeast', value: 12 })).toEqual({
      text: '≥ 12',
      spoken: 'at least 12',
    });
    expect(formatMeasure({ certainty: 'atMost', value: 9 })).toEqual({
      text: '≤ 9',
      spoken: 'at most 9',
    });
    expect(formatMeasure({ certainty: 'estimate', value: 12 }).text).toBe(
      '≈ 12',
    );
  });

  it('never turns unknown into a number', () => {
    const unknown = {
      certainty: 'unknown' as const,
      reason: 'ciliumnodes: forbidden',
    };
    expect(formatMeasure(unknown)).toEqual({
      text: '—',
      spoken: 'unknown: ciliumnodes: forbidden',
    });
    expect(measureNumber(unknown)).toBeUndefined();
    expect(measureNumber({ certainty: 'exact', value: 0 })).toBe(0);
  });
});
