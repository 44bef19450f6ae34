import type { Page } from '@playwright/test';

/** Parts of Backstage around our pages that scroll sideways on a phone. */
const FOREIGN = '[class*="MuiTabs"], [class*="bui-Tabs"], [role="tablist"]';

/**
 * What is wider than the window: the page itself, and each element that would
 * have to be scrolled sideways, one line per element.
 */
export async function overflowFaults(page: Page): Promise<string[]> {
  // Details that are folded overflow too, once somebody opens them.
  await page
    .locator('main details')
    .evaluateAll(all => all.forEach(each => each.setAttribute('open', '')));
  return page.evaluate(foreign => {
    const describe = (element: Element) =>
      `${element.tagName.toLowerCase()} ${
        element.querySelector('table')?.getAttribute('aria-label') ??
        element.textContent?.slice(0, 60)
      } is ${element.scrollWidth} px wide in ${element.clientWidth} px`;
    const isTooWide = (element: Element) =>
      element.scrollWidth > element.clientWidth + 1;
    const root = document.documentElement;
    const scrolling = [...document.querySelectorAll('body *')].filter(
      element =>
        /auto|scroll/.test(getComputedStyle(element).overflowX) &&
        isTooWide(element) &&
        !element.closest(foreign),
    );
    return [...(isTooWide(root) ? [root] : []), ...scrolling].map(describe);
  }, FOREIGN);
}
