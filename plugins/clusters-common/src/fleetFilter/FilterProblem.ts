/**
 * A word of a filter line that is not valid.
 *
 * @public
 */
export type FilterProblem = {
  /** The word as written. */
  word: string;
  /** Position of the word in the line. */
  start: number;
  end: number;
  /** What is wrong with the word, as a sentence. */
  message: string;
  /** Words that could replace it. */
  suggestions: string[];
  /** The line is incomplete, but not wrong so far. */
  unfinished?: boolean;
};
