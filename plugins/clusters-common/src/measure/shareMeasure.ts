import type { Measure } from './measureSchema';

/**
 * The share that `part` is of `whole`, no surer than the less sure of both.
 * A bound of either side bounds no share, so it makes an estimate.
 */
export function shareMeasure(part: Measure, whole: Measure): Measure {
  if (part.certainty === 'unknown') {
    return part;
  }
  if (whole.certainty === 'unknown') {
    return whole;
  }
  if (whole.value <= 0) {
    return { certainty: 'unknown', reason: 'there is nothing to share' };
  }
  const isExact = part.certainty === 'exact' && whole.certainty === 'exact';
  return {
    certainty: isExact ? 'exact' : 'estimate',
    value: part.value / whole.value,
  };
}
