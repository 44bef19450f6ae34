/**
 * The cost of a merge line by line: the number of pairs of equal lines. The
 * time grows faster than this number; two texts of a thousand empty lines take
 * seconds.
 *
 * @param before - the common ancestor of the two texts
 */
export function mergeCost(
  byHand: string,
  before: string,
  generated: string,
): number {
  const counts = countLines(before);
  return equalPairs(counts, byHand) + equalPairs(counts, generated);
}

function countLines(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of text.split('\n')) {
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return counts;
}

function equalPairs(counts: ReadonlyMap<string, number>, text: string): number {
  return text
    .split('\n')
    .reduce((sum, line) => sum + (counts.get(line) ?? 0), 0);
}
