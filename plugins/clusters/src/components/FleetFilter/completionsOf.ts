import {
  fleetFilterKey,
  fleetFilterKeys,
  type FleetRow,
  ruleNames,
} from '@clusterworks/plugin-clusters-common';

/** Words that may stand where the cursor is. */
export type Completions = {
  /** The part of the line that a word replaces. */
  start: number;
  end: number;
  words: string[];
};

/** More words than this cannot be chosen from. */
const MOST = 8;

/** Words end at spaces and parentheses outside of quotes. */
function startOfWord(before: string): number {
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < before.length; at += 1) {
    isQuoted = before[at] === '"' ? !isQuoted : isQuoted;
    if (!isQuoted && /[\s()]/.test(before[at])) {
      start = at + 1;
    }
  }
  return before[start] === '-' ? start + 1 : start;
}

function quoted(value: string): string {
  return /[\s(),]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}

function valuesOf(name: string, rows: readonly FleetRow[]): string[] {
  const key = fleetFilterKey(name.toLowerCase());
  if (!key) {
    return [];
  }
  const seen = rows.flatMap(row => key.valuesOf?.(row) ?? []).sort();
  const known = key.name === 'finding' ? ruleNames : [];
  return [...new Set([...seen, ...key.examples, ...known])];
}

/** Words that begin as typed come before words that only contain it. */
function matching(words: string[], typed: string): string[] {
  const wanted = typed.replaceAll('"', '').toLowerCase();
  const begins = (word: string) => word.toLowerCase().startsWith(wanted);
  const holds = (word: string) => word.toLowerCase().includes(wanted);
  return [
    ...words.filter(begins),
    ...words.filter(word => !begins(word) && holds(word)),
  ].slice(0, MOST);
}

/**
 * The words that could complete a filter line where the cursor is: keys, and
 * after a colon the values that the rows have or that the key accepts.
 *
 * @param rows - the clusters that are known, whose values are suggested
 */
export function completionsOf(
  line: string,
  cursor: number,
  rows: readonly FleetRow[],
): Completions {
  const start = startOfWord(line.slice(0, cursor));
  const rest = /^[^\s()]*/.exec(line.slice(cursor))?.[0] ?? '';
  const typed = line.slice(start, cursor);
  const colon = typed.indexOf(':');
  const end = cursor + rest.length;
  if (colon < 0) {
    const keys = fleetFilterKeys.map(({ name }) => `${name}:`);
    return { start, end, words: matching(keys, typed) };
  }
  const key = typed.slice(0, colon);
  const comma = typed.lastIndexOf(',');
  const from = comma > colon ? comma + 1 : colon + 1;
  const values = valuesOf(key, rows);
  const words = matching(values, typed.slice(from))
    .map(value => typed.slice(0, from) + quoted(value))
    .filter(word => word !== typed);
  return { start, end, words };
}
