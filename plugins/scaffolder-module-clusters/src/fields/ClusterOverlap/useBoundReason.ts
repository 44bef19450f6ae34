import { useEffect, useRef } from 'react';

/**
 * Takes a reason back when the ranges that it was given for have changed, also
 * while the reason is not shown.
 *
 * @param ranges - undefined while they are not known
 */
export function useBoundReason(
  ranges: string | undefined,
  reason: string | undefined,
  clear: () => void,
): void {
  const givenFor = useRef(ranges);
  useEffect(() => {
    if (ranges === undefined || ranges === givenFor.current) {
      return;
    }
    const before = givenFor.current;
    givenFor.current = ranges;
    if (before !== undefined && reason !== undefined) {
      clear();
    }
  });
}
