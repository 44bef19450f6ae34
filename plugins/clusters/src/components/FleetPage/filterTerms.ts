import {
  type FilterWord,
  filterWords,
} from '@clusterworks/plugin-clusters-common';

/** The words that must all match; empty when the filter contains `OR`. */
function wordsOfAll(filter: string): FilterWord[] {
  let depth = 0;
  const outer = filterWords(filter).filter(word => {
    depth -= word.kind === 'close' ? 1 : 0;
    const isOuter = depth === 0;
    depth += word.kind === 'open' ? 1 : 0;
    return isOuter;
  });
  return outer.some(({ kind }) => kind === 'or')
    ? []
    : outer.filter(({ kind }) => kind === 'word');
}

function isTermOf(word: FilterWord, key: string, value: string): boolean {
  return (
    word.key === key &&
    !word.negated &&
    word.values.length === 1 &&
    word.values[0].toLowerCase() === value
  );
}

/** Whether a filter has the term that keeps clusters with this value only. */
export function hasTerm(filter: string, key: string, value: string): boolean {
  return wordsOfAll(filter).some(word => isTermOf(word, key, value));
}

/** Removes words from a line, with the spaces before them. */
function without(filter: string, words: FilterWord[]): string {
  return words
    .reduceRight(
      (line, { start, end }) =>
        line.slice(0, start).trimEnd() + line.slice(end),
      filter,
    )
    .trim();
}

/**
 * Adds the term for this value to a filter in place of any other term of the
 * key, or takes it out when it is there already.
 */
export function toggleTerm(filter: string, key: string, value: string): string {
  const words = wordsOfAll(filter);
  const others = without(
    filter,
    words.filter(word => word.key === key && !word.negated),
  );
  if (hasTerm(filter, key, value)) {
    return others;
  }
  const hasAlternatives = words.length === 0 && others !== '';
  const rest = hasAlternatives ? `(${others})` : others;
  return `${rest} ${key}:${value}`.trim();
}
