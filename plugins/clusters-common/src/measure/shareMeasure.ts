import type { Measure } from './measureSchema';

type Certainty = Exclude<Measure['certainty'], 'unknown'>;

/**
 * The certainty of `part / whole`: a bound of the part is the same bound of the
 * share, and a bound of the whole is the opposite bound.
 */
const CERTAINTY: Record<Certainty, Record<Certainty, Certainty>> = {
  exact: {
    exact: 'exact',
    atLeast: 'atMost',
    atMost: 'atLeast',
    estimate: 'estimate',
  },
  atLeast: {
    exact: 'atLeast',
    atLeast: 'estimate',
    atMost: 'atLeast',
    estimate: 'estimate',
  },
  atMost: {
    exact: 'atMost',
    atLeast: 'atMost',
    atMost: 'estimate',
    estimate: 'estimate',
  },
  estimate: {
    exact: 'estimate',
    atLeast: 'estimate',
    atMost: 'estimate',
    estimate: 'estimate',
  },
};

/**
 * The share of `part` in `whole`, with the certainty that both allow.
 *
 * @public
 */
export function shareMeasure(part: Measure, whole: Measure): Measure {
  if (part.certainty === 'unknown') {
    return part;
  }
  if (whole.certainty === 'unknown') {
    return whole;
  }
  if (whole.value <= 0) {
    return {
      certainty: 'unknown',
      reason: 'there is nothing to share',
      code: 'nothingToShare',
    };
  }
  return {
    certainty: CERTAINTY[part.certainty][whole.certainty],
    value: part.value / whole.value,
  };
}
