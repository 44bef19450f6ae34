import { type RefObject, useEffect, useRef, useState } from 'react';

/** The width of an element in pixels, which follows changes of its size. */
export function useWidth<T extends HTMLElement>(
  /** Before the element is measured, and where nothing can be measured. */
  fallback: number,
): [RefObject<T>, number] {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(fallback);
  useEffect(() => {
    const own = element.current;
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
  return [element, width];
}
