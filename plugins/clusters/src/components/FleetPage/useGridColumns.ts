import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

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
    if (grid.current) {
      setColumns(columnsOf(grid.current));
    }
  }, [grid]);

  useEffect(() => {
    const own = grid.current;
    if (!own || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(() => setColumns(columnsOf(own)));
    observer.observe(own);
    return () => observer.disconnect();
  }, [grid]);

  return columns;
}
