import type { Summary } from './judge/summarize';

/**
 * The best figures so far, which a change may not worsen. Raise a figure in
 * the change that improves it; lower a figure only with a reason in the
 * commit.
 */
export const reached: Pick<
  Summary,
  | 'judgedRight'
  | 'toldRight'
  | 'headlineRight'
  | 'remedyRight'
  | 'falseCriticals'
  | 'falseWarnings'
  | 'lostWrong'
> = {
  judgedRight: 196,
  toldRight: 196,
  headlineRight: 103,
  remedyRight: 112,
  falseCriticals: 0,
  falseWarnings: 0,
  lostWrong: 0,
};
