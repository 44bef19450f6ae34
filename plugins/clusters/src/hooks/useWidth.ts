import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * The width of an element in pixels, which follows changes of its size, and
 * whether it was measured yet: what is drawn before would jump.
 */
export function useWidth<T extends HTMLElement>(
  /** Before the element is measured, and where nothing can be measured. */
  fallback: number,
): [RefObject<T>, number, boolean] {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(fallback);
  const [isMeasured, setIsMeasured] = useState(false);
  useLayoutEffect(() => {
    const own = element.current;
    const first = Math.round(own?.clientWidth ?? 0);
    if (first > 0) {
      setWidth(first);
    }
    setIsMeasured(true);
    if (!own || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(([{ contentRect }]) => {
      const measured = Math.round(contentRect.width);
      if (measured > 0) {
        setWidth(measured);
      }
    });
    observer.observe(own);
    return () => observer.disconnect();
  }, []);
  return [element, width, isMeasured];
}
