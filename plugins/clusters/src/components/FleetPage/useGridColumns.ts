import { type RefObject, useLayoutEffect, useState } from 'react';

/** The tracks that the style sheet gives the grid at its width. */
function columnsOf(grid: Element): number {
  const { gridTemplateColumns } = getComputedStyle(grid);
  return Math.max(1, gridTemplateColumns.split(' ').filter(Boolean).length);
}

/** How many columns a grid has; nothing until it is laid out. */
export function useGridColumns(
  grid: RefObject<HTMLElement>,
): number | undefined {
  const [columns, setColumns] = useState<number>();

  useLayoutEffect(() => {
    const own = grid.current;
    if (!own) {
      return undefined;
    }
    const look = () => setColumns(columnsOf(own));
    look();
    if (typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(look);
    observer.observe(own);
    return () => observer.disconnect();
  }, [grid]);

  return columns;
}
