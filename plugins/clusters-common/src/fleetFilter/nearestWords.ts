import { distance } from 'fastest-levenshtein';

const MOST = 3;

/** Suggests words that have the same beginning or differ in few characters. */
export function nearestWords(word: string, known: readonly string[]): string[] {
  const lower = word.toLowerCase();
  const far = (other: string) =>
    lower.length > 1 && other.toLowerCase().startsWith(lower)
      ? 0
      : distance(lower, other.toLowerCase());
  const limit = Math.max(1, Math.floor(word.length / 3));
  return known
    .filter(other => far(other) <= limit)
    .sort((a, b) => far(a) - far(b))
    .slice(0, MOST);
}
