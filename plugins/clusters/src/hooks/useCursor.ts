import { type KeyboardEvent, type PointerEvent, useState } from 'react';

/** A page of a chart is a tenth of it. */
const PAGES = 10;

/** Where a key leads in a row of `count` places. */
export function placeAfter(
  key: string,
  from: number,
  count: number,
): number | undefined {
  const page = Math.max(1, Math.round(count / PAGES));
  const steps: Record<string, number> = {
    ...{ ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 },
    ...{ PageUp: page, PageDown: -page, Home: -count, End: count },
  };
  return Object.hasOwn(steps, key)
    ? Math.min(count - 1, Math.max(0, from + steps[key]))
    : undefined;
}

/**
 * The place of a chart that is pointed at, tapped, or reached with arrow keys.
 *
 * @param placeOf - the place at a distance from the left edge of the chart
 */
export function useCursor(count: number, placeOf: (left: number) => number) {
  const [chosen, setChosen] = useState<number>();
  const point = (event: PointerEvent<HTMLElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    const place = placeOf(event.clientX - left);
    setChosen(Math.min(count - 1, Math.max(0, place)));
  };
  return {
    // A refresh may leave fewer places than before.
    chosen: chosen === undefined ? undefined : Math.min(chosen, count - 1),
    handlers: {
      onKeyDown: (event: KeyboardEvent) => {
        const to = placeAfter(event.key, chosen ?? count, count);
        if (to !== undefined) {
          event.preventDefault();
          setChosen(to);
        }
      },
      onPointerDown: point,
      onPointerMove: point,
      onPointerLeave: () => setChosen(undefined),
    },
  };
}
