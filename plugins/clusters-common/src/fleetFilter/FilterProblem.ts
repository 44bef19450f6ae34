/** A word of a filter line that is not understood. */
export type FilterProblem = {
  /** As written. */
  word: string;
  /** Where it stands in the line. */
  start: number;
  end: number;
  /** What is wrong with it, as a sentence. */
  message: string;
  /** Words that could stand in its place. */
  suggestions: string[];
  /** Nothing is wrong yet, but something has to follow. */
  unfinished?: boolean;
};
