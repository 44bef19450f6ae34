import {
  type FilterWord,
  filterWords,
  type Verdict,
} from '@clusterworks/plugin-clusters-common';

const verdictTerm = (verdict: Verdict) => `verdict:${verdict}`;

/** The words that must all match; none where `OR` stands between them. */
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

function isTermOf(word: FilterWord, verdict: Verdict): boolean {
  return (
    word.key === 'verdict' &&
    !word.negated &&
    word.values.length === 1 &&
    word.values[0].toLowerCase() === verdict
  );
}

/** Whether a filter has the term that keeps clusters of this verdict only. */
export function hasVerdictTerm(filter: string, verdict: Verdict): boolean {
  return wordsOfAll(filter).some(word => isTermOf(word, verdict));
}

/** Takes words out of a line, and the spaces before them. */
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
 * Adds the term for this verdict to a filter in place of any other verdict
 * term, or takes it out when it is there already.
 */
export function toggleVerdictTerm(filter: string, verdict: Verdict): string {
  const words = wordsOfAll(filter);
  const others = without(
    filter,
    words.filter(({ key, negated }) => key === 'verdict' && !negated),
  );
  if (hasVerdictTerm(filter, verdict)) {
    return others;
  }
  const hasAlternatives = words.length === 0 && others !== '';
  const rest = hasAlternatives ? `(${others})` : others;
  return `${rest} ${verdictTerm(verdict)}`.trim();
}
