import {
  type FocusEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  useWindowVirtualizer,
} from '@tanstack/react-virtual';
import { scrollerOf } from './scrollerOf';
import { type SpacedLine, spacedLines } from './spacedLines';
import { spreadIndexes } from './spreadIndexes';

/** Lines from all over the list, of which widths and heights are learned. */
const SAMPLED = 40;
/** The height that is expected changes when it is wrong by more than that. */
const MOST_WRONG = 0.25;

/**
 * Which lines of a long list or table are made: those that are seen, some
 * around them, and the one that has the focus, so that it is never lost. The
 * lines between are gaps of their height.
 *
 * The browser's own search finds only lines that are made; the filters of the
 * pages find all.
 *
 * @param isSampled - lines from all over are made as well, to be measured
 */
export function useVirtualLines<Line extends Element>(options: {
  isEnabled: boolean;
  isSampled?: boolean;
  keys: readonly string[];
  /** What the lines are in. */
  body: RefObject<HTMLElement>;
  /** Of a line before any was measured, in pixels. */
  firstHeight: number;
  /** Lines that are made beyond both ends of what is seen: about a screen. */
  overscan: number;
}) {
  const { isEnabled, isSampled = false, keys, body, overscan } = options;
  const [place, setPlace] = useState<{ scroller?: HTMLElement; top: number }>({
    top: 0,
  });
  const [height, setHeight] = useState(options.firstHeight);
  const [focused, setFocused] = useState<string>();
  const { scroller, top } = place;

  const pinned = useMemo(
    () => (focused === undefined ? -1 : keys.indexOf(focused)),
    [keys, focused],
  );
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = new Set(defaultRangeExtractor(range));
      if (pinned >= 0) {
        shown.add(pinned);
      }
      if (isSampled) {
        spreadIndexes(range.count, SAMPLED).forEach(index => shown.add(index));
      }
      return [...shown].sort((a, b) => a - b);
    },
    [pinned, isSampled],
  );
  const common = {
    count: keys.length,
    // Another function for another height: all lines are placed anew.
    getItemKey: useCallback(
      (index: number) => (height > 0 ? keys[index] : index),
      [keys, height],
    ),
    estimateSize: () => height,
    // Nothing has a height where nothing is laid out.
    measureElement: (line: Element) =>
      line.getBoundingClientRect().height || height,
    overscan,
    scrollMargin: top,
    rangeExtractor,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
  };
  const inWindow = useWindowVirtualizer<Line>({
    ...common,
    enabled: isEnabled && !scroller,
  });
  const inScroller = useVirtualizer<HTMLElement, Line>({
    ...common,
    enabled: isEnabled && Boolean(scroller),
    getScrollElement: () => scroller ?? null,
    initialOffset: () => scroller?.scrollTop ?? 0,
  });
  const virtualizer = scroller ? inScroller : inWindow;

  // What stands above the lines changes its height at any time, so the place
  // is looked at after each rendering; it is set only when it is another.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useLayoutEffect(() => {
    const own = body.current;
    if (!isEnabled || !own) {
      return;
    }
    const next = scrollerOf(own);
    const offset = next
      ? next.scrollTop - next.getBoundingClientRect().top
      : window.scrollY;
    const nextTop = Math.round(own.getBoundingClientRect().top + offset);
    if (next !== scroller || nextTop !== top) {
      setPlace({ scroller: next, top: nextTop });
    }
  });

  useLayoutEffect(() => {
    const heights = [...(body.current?.children ?? [])].flatMap(line =>
      line.hasAttribute('data-index')
        ? line.getBoundingClientRect().height
        : [],
    );
    const sum = heights.reduce((total, each) => total + each, 0);
    if (isEnabled && isSampled && sum > 0) {
      const mean = Math.round(sum / heights.length);
      setHeight(last =>
        Math.abs(mean - last) > MOST_WRONG * last ? mean : last,
      );
    }
  }, [isEnabled, isSampled, body]);

  const onFocus = useCallback(
    ({ target }: FocusEvent) => {
      const index = target.closest('[data-index]')?.getAttribute('data-index');
      setFocused(index ? keys[Number(index)] : undefined);
    },
    [keys],
  );
  const onBlur = useCallback(() => setFocused(undefined), []);

  return {
    /** All lines of a short list. */
    lines: isEnabled
      ? spacedLines(
          virtualizer.getVirtualItems(),
          top,
          top + virtualizer.getTotalSize(),
        )
      : keys.map((_, index): SpacedLine => ({ kind: 'line', index })),
    /** The first and the last line that are seen, where not all are made. */
    seen: isEnabled ? virtualizer.range : null,
    measure: virtualizer.measureElement,
    ...(isEnabled && { onFocus, onBlur }),
  };
}
