import {
  type FilterWord,
  filterWords,
} from '@clusterworks/plugin-clusters-common';

/** A part of a filter line that can be taken out alone. */
export type FilterPart = { text: string; start: number; end: number };

/** Includes the `-` or `NOT` in front of a word. */
function startOf(line: string, { start, negated }: FilterWord): number {
  if (!negated) {
    return start;
  }
  const sign = /(?:(?:^|\s)NOT\s+|-\s*)+$/.exec(line.slice(0, start));
  return sign ? start - sign[0].trimStart().length : start;
}

/**
 * The words and groups that must all match. Alternatives that no parentheses
 * hold are one part, because none can be taken out without the others.
 */
export function filterParts(line: string): FilterPart[] {
  const parts: FilterPart[] = [];
  let depth = 0;
  let start = 0;
  for (const word of filterWords(line)) {
    if (depth === 0 && word.kind === 'or') {
      const text = line.trim();
      return [{ text, start: 0, end: line.length }];
    }
    if (depth === 0) {
      start = startOf(line, word);
    }
    depth += { open: 1, close: -1, word: 0, or: 0 }[word.kind];
    depth = Math.max(0, depth);
    if (depth === 0) {
      const { end } = word;
      parts.push({ text: line.slice(start, end), start, end });
    }
  }
  return parts;
}

/** The line without one of its parts. */
export function withoutPart(line: string, { start, end }: FilterPart): string {
  return `${line.slice(0, start).trimEnd()} ${line.slice(end).trim()}`.trim();
}
