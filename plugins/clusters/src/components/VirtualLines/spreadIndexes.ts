/** At most `most` indexes of a list, evenly spread from its first to its last. */
export function spreadIndexes(count: number, most: number): number[] {
  const wanted = Math.min(count, most);
  return Array.from({ length: wanted }, (_, index) =>
    Math.round((index * (count - 1)) / Math.max(1, wanted - 1)),
  );
}
