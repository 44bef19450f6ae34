import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** Widths of columns that no longer follow what is in them. */
type FrozenWidths = {
  /** The columns that were measured. */
  columns: string;
  /** Of what the table is in, in pixels. */
  frame: number;
  table: number;
  /** Of the columns that are shown, in pixels. */
  cells: number[];
};

/**
 * The widths that columns had at first, so that they do not jump when other
 * rows are scrolled in; measured again when the columns or the width of the
 * table change. Nothing until they are measured.
 *
 * @param columns - names the columns
 */
export function useFrozenWidths(
  frame: RefObject<HTMLElement>,
  isEnabled: boolean,
  columns: string,
): FrozenWidths | undefined {
  const [measured, setMeasured] = useState<FrozenWidths>();
  const frozen =
    isEnabled && measured?.columns === columns ? measured : undefined;

  useLayoutEffect(() => {
    const table = frame.current?.querySelector('table');
    if (isEnabled && !frozen && table) {
      const widths = [...table.querySelectorAll('thead th')].map(
        cell => cell.getBoundingClientRect().width,
      );
      setMeasured({
        columns,
        frame: frame.current?.clientWidth ?? 0,
        table: table.getBoundingClientRect().width,
        cells: widths.filter(width => width > 0),
      });
    }
  }, [frame, isEnabled, columns, frozen]);

  useEffect(() => {
    const own = frame.current;
    if (!isEnabled || !own || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(() =>
      setMeasured(last =>
        last && last.frame !== own.clientWidth ? undefined : last,
      ),
    );
    observer.observe(own);
    return () => observer.disconnect();
  }, [frame, isEnabled]);

  return frozen;
}
