import type { Page } from '@playwright/test';

/** What the browser noted of a page since it was opened. */
interface Noted {
  /** Sum of all layout shifts that no input caused. */
  shift: number;
  /** What moved, and from where to where. */
  moved: string[];
  /** The longest time from an input to the next picture, in milliseconds. */
  slowestInput: number;
}

declare global {
  interface Window {
    clustersNoted: Noted;
  }
}

/**
 * Notes layout shifts and slow inputs on each page that is opened from now on.
 *
 * @param within - selector: only shifts of what lies in it are noted
 */
export async function watchPerformance(
  page: Page,
  within = 'body',
): Promise<void> {
  await page.addInitScript(selector => {
    const noted: Noted = { shift: 0, moved: [], slowestInput: 0 };
    window.clustersNoted = noted;
    const at = ({ x, y, width, height }: DOMRectReadOnly) =>
      `${width}×${height} at ${x},${y}`;
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: {
          node?: Node;
          previousRect: DOMRectReadOnly;
          currentRect: DOMRectReadOnly;
        }[];
      })[]) {
        const sources = entry.sources.flatMap(source => {
          const { node, previousRect, currentRect } = source;
          const element = node instanceof Element ? node : node?.parentElement;
          return element?.closest(selector)
            ? `${element.tagName} ${element.textContent?.slice(0, 40)}: ${at(
                previousRect,
              )} → ${at(currentRect)}`
            : [];
        });
        if (!entry.hadRecentInput && sources.length > 0) {
          noted.shift += entry.value;
          noted.moved.push(...sources);
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver(list => {
      for (const { duration } of list.getEntries()) {
        noted.slowestInput = Math.max(noted.slowestInput, duration);
      }
    }).observe({
      type: 'event',
      buffered: true,
      durationThreshold: 16,
    } as PerformanceObserverInit);
  }, within);
}

/** What was noted of the page that is open. */
export function notedOf(page: Page): Promise<Noted> {
  return page.evaluate(() => window.clustersNoted);
}

/** Inputs until now do not count. */
export function forgetInputs(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.clustersNoted.slowestInput = 0;
  });
}

/** More than this jumps under the eyes of a reader. */
export const MOST_SHIFT = 0.02;

/**
 * What moved on the page that is open while it got its data: one line in all.
 * What happens in the clusters later may move it.
 */
export async function shiftFaults(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  const { shift, moved } = await notedOf(page);
  return shift > MOST_SHIFT
    ? [`moved by ${shift.toFixed(3)}: ${moved.join('; ')}`]
    : [];
}
