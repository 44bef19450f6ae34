import type { Page } from '@playwright/test';

/** Classes of Backstage's own layout around our pages, which is wider. */
const FOREIGN = /Mui|Backstage|bui-(Tab|Header)/;

/**
 * What is wider than its place: each element that reaches out of the window,
 * or would have to be scrolled sideways, one line per element.
 */
export async function overflowFaults(page: Page): Promise<string[]> {
  // Details that are folded overflow too, once somebody opens them.
  await page
    .locator('main details')
    .evaluateAll(all => all.forEach(each => each.setAttribute('open', '')));
  const found = await page.evaluate(() => {
    const scrolls = (element: Element) =>
      /auto|scroll/.test(getComputedStyle(element).overflowX);
    const isTooWide = (element: Element) =>
      scrolls(element) && element.scrollWidth > element.clientWidth + 1;
    const isClipped = (element: Element): boolean => {
      const parent = element.parentElement;
      return (
        parent !== null &&
        (getComputedStyle(parent).overflowX !== 'visible' || isClipped(parent))
      );
    };
    const reachesOut = (element: Element) => {
      const { right, width } = element.getBoundingClientRect();
      return width > 0 && right > window.innerWidth + 1 && !isClipped(element);
    };
    return [...document.querySelectorAll('body *')]
      .filter(
        element =>
          isTooWide(element) ||
          // Of nested elements, the innermost is the cause.
          (reachesOut(element) && ![...element.children].some(reachesOut)),
      )
      .map(element => ({
        classes: element.getAttribute('class') ?? '',
        what: [
          element.tagName.toLowerCase(),
          element.getAttribute('class'),
          element.querySelector('table')?.getAttribute('aria-label') ??
            element.textContent?.slice(0, 60),
          `${element.scrollWidth} px in ${element.clientWidth} px`,
        ].join(' | '),
      }));
  });
  return found
    .filter(({ classes }) => !FOREIGN.test(classes))
    .map(({ what }) => what);
}
