import { useCallback, useMemo } from 'react';
import { useUrlState } from './useUrlState';

/** A time, in milliseconds since 1970; `until` is not part of it. */
export type TimeRange = { from: number; until: number };

function parseRange(text: string): TimeRange | undefined {
  const [from, until, ...more] = text.split('_').map(Date.parse);
  return more.length === 0 && from < until ? { from, until } : undefined;
}

/** The time that a chart has chosen, which is in the URL, to the minute. */
export function useTimeRange(): [
  TimeRange | undefined,
  (range: TimeRange | undefined) => void,
] {
  const [text, setText] = useUrlState('range');
  const range = useMemo(() => parseRange(text), [text]);
  const setRange = useCallback(
    (next: TimeRange | undefined) =>
      setText(
        next
          ? [next.from, next.until]
              .map(time => `${new Date(time).toISOString().slice(0, 16)}Z`)
              .join('_')
          : '',
      ),
    [setText],
  );
  return [range, setRange];
}
