import type { Measure } from '@clusterworks/plugin-clusters-common';
import { formatMeasure, measureNumber } from './formatMeasure';
import { numberFormat } from './intlFormats';

const words = {
  atLeast: (number: string) => `at least ${number}`,
  atMost: (number: string) => `at most ${number}`,
  about: (number: string) => `about ${number}`,
  unknown: ({ reason }: { reason: string }) => `unknown: ${reason}`,
};
const format = (measure: Measure) =>
  formatMeasure(words, measure, value =>
    numberFormat('en-GB', 3).format(value),
  );

describe('formatMeasure', () => {
  it('shows how sure a number is', () => {
    expect(format({ certainty: 'exact', value: 4091 })).toEqual({
      text: '4,091',
      spoken: '4,091',
    });
    expect(format({ certainty: 'atLeast', value: 12 })).toEqual({
      text: '≥ 12',
      spoken: 'at least 12',
    });
    expect(format({ certainty: 'atMost', value: 9 })).toEqual({
      text: '≤ 9',
      spoken: 'at most 9',
    });
    expect(format({ certainty: 'estimate', value: 12 }).text).toBe('≈ 12');
  });

  it('never turns unknown into a number', () => {
    const unknown = {
      certainty: 'unknown' as const,
      reason: 'ciliumnodes: forbidden',
    };
    expect(format(unknown)).toEqual({
      text: '—',
      spoken: 'unknown: ciliumnodes: forbidden',
    });
    expect(measureNumber(unknown)).toBeUndefined();
    expect(measureNumber({ certainty: 'exact', value: 0 })).toBe(0);
  });
});
