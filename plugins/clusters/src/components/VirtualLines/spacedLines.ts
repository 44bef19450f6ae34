/** Lines that are made, and gaps of the height of those that are not. */
export type SpacedLine =
  | { kind: 'line'; index: number }
  | { kind: 'gap'; after: number; height: number };

/**
 * Puts gaps between lines that do not follow each other, so that each line is
 * where it would be if all were there.
 *
 * @param items - in their order, with the positions of both edges
 */
export function spacedLines(
  items: readonly { index: number; start: number; end: number }[],
  top: number,
  bottom: number,
): SpacedLine[] {
  const spaced: SpacedLine[] = [];
  let end = top;
  let after = -1;
  const leave = (height: number) => {
    if (height > 0) {
      spaced.push({ kind: 'gap', after, height });
    }
  };
  for (const item of items) {
    leave(item.start - end);
    spaced.push({ kind: 'line', index: item.index });
    ({ end } = item);
    after = item.index;
  }
  leave(bottom - end);
  return spaced;
}
