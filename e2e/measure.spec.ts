import { expect, test, type Browser, type Page } from '@playwright/test';
import { chromiumPath } from './support/chromium';
import { closePortal, openPortal } from './support/openPortal';
import {
  forgetInputs,
  MOST_SHIFT,
  notedOf,
  watchPerformance,
} from './support/pagePerformance';
import {
  loadAll,
  scrollThrough,
  serveManyClusters,
} from './support/manyClusters';
import type { Portal } from './support/Portal';
import { startScenario } from './support/startScenario';

// `npm run bench -- --pages`: the pages of a production build, in Chromium.

/** From the last byte of the document to the first data, in milliseconds. */
const MOST_FIRST_DATA = 1_500;
/** From an input to the next picture while live updates arrive. */
const MOST_INPUT = 200;

/** Of rows or cards, while one scrolls, in pixels: the border of a row. */
const MOST_BLANK = 1;

/** Each page with a text that only data brings. */
const PAGES: [path: string, shown: RegExp][] = [
  ['/clusters', /payments-prod/],
  ['/clusters?view=map', /payments-prod/],
  ['/clusters?view=matrix', /payments-prod/],
  ['/catalog/default/resource/search-dev', /Critical/],
  ['/catalog/default/resource/payments-prod/karpenter', /general/],
  ['/catalog/default/resource/payments-prod/cilium', /agent/],
  ['/catalog/default/resource/search-dev/findings', /Critical/],
];

/** Inside of Backstage's layout, whose own parts move while they load. */
const OURS = 'main [lang], main[lang]';

test.describe.configure({ mode: 'serial' });
test.skip(!chromiumPath, 'Chromium is not installed');

let portal: Portal;
let browser: Browser;
let page: Page;
const lines: string[] = [];
/** Limits that are not kept; all pages are measured before they are told. */
const missed: string[] = [];

function tell(what: string, values: string): void {
  lines.push(`${what.padEnd(52)} ${values}`);
}

test.beforeAll(async () => {
  test.setTimeout(420_000);
  ({ portal, browser, page } = await openPortal());
  await watchPerformance(page, OURS);
  await page.goto(portal.productionUrl);
  await page.getByRole('button', { name: 'Enter' }).click();
  // The clusters of a fresh portal are read while the page is open.
  await expect(page.getByText('payments-prod').first()).toBeVisible({
    timeout: 90_000,
  });
});

test.afterAll(async () => {
  process.stdout.write(`\n${lines.join('\n')}\n\n`);
  await closePortal({ portal, browser });
});

/** Opens a page; resolves to when its first data was shown. */
async function firstData(path: string, shown: RegExp): Promise<number> {
  await page.goto(portal.productionUrl + path, { waitUntil: 'commit' });
  await page.locator('main').getByText(shown).first().waitFor();
  return page.evaluate(() => {
    const [document] = performance.getEntriesByType('navigation');
    const { responseEnd } = document as PerformanceNavigationTiming;
    return performance.now() - responseEnd;
  });
}

for (const [path, shown] of PAGES) {
  test(`@bench ${path} shows data soon, and then nothing moves`, async () => {
    // The first visit fills the cache of the browser.
    await firstData(path, shown);
    const took = await firstData(path, shown);
    await page.waitForLoadState('networkidle');
    const { shift, moved } = await notedOf(page);
    tell(
      path,
      `first data ${took.toFixed(0)} ms (≤ ${MOST_FIRST_DATA}), ` +
        `layout shift ${shift.toFixed(4)} (≤ ${MOST_SHIFT})`,
    );
    if (shift > MOST_SHIFT) {
      missed.push(`${path} moves: ${moved.join('; ')}`);
    }
    if (took > MOST_FIRST_DATA) {
      missed.push(`${path} is late`);
    }
  });
}

/**
 * How fleets of many clusters are shown, and how many of them change at a time:
 * all, or one in twenty.
 */
const MANY: [count: number, view: string, everyNth: number][] = [
  [1_000, 'table', 1],
  [3_000, 'table', 1],
  [1_000, 'matrix', 1],
  [1_000, 'map', 20],
  [1_000, 'cards', 1],
];

/** Opens the fleet page with many clusters, and waits for the first of them. */
async function openManyClusters(
  path: string,
  count: number,
  everyNth: number,
): ReturnType<typeof serveManyClusters> {
  const fleet = await serveManyClusters(page, count, everyNth);
  await page.goto(portal.productionUrl + path);
  await page
    .locator('main')
    .getByText(/^payments-prod-/)
    .first()
    .waitFor();
  return fleet;
}

for (const [count, view, everyNth] of MANY) {
  const path = `/clusters?view=${view}`;
  const title = `${path}, ${count.toLocaleString('en')} clusters`;
  const changing = everyNth === 1 ? 'all' : `one in ${everyNth}`;
  const scrolls = view !== 'map';

  test(`@bench ${title}: input is answered while ${changing} change`, async () => {
    test.setTimeout(180_000);
    const fleet = await openManyClusters(path, count, everyNth);
    await loadAll(page, scrolls);
    const { slowestInput: slowestLoading } = await notedOf(page);
    await forgetInputs(page);
    const before = fleet.answers();
    const field = page.getByRole('combobox').first();
    for (const scenario of ['karpenter-down', 'still', 'karpenter-down']) {
      await startScenario(portal, 'payments-dev', scenario);
      for (const word of ['env:prod ', 'nodes:>5 ', 'payments ']) {
        await field.pressSequentially(word, { delay: 60 });
        await field.fill('');
      }
    }
    const { slowestInput } = await notedOf(page);
    const updates = fleet.answers() - before;
    tell(
      `${title}, ${updates} updates of ${changing}`,
      `slowest input ${slowestInput.toFixed(0)} ms (≤ ${MOST_INPUT}), ` +
        `${slowestLoading.toFixed(0)} ms while all were loaded`,
    );
    expect(updates).toBeGreaterThan(0);
    // A map loads all only at the press of a button, several times.
    if (slowestInput > MOST_INPUT || (scrolls && slowestLoading > MOST_INPUT)) {
      missed.push(`${title}: input waits`);
    }
  });

  if (scrolls) {
    test(`@bench ${title}: nothing is blank while one scrolls`, async () => {
      test.setTimeout(180_000);
      await openManyClusters(path, count, everyNth);
      await page.mouse.move(700, 600);
      const { steps, blank, lines, moved } = await scrollThrough(page, count);
      const { shift, moved: shifted } = await notedOf(page);
      tell(
        `${title}, ${steps} steps`,
        `blank ${blank.toFixed(0)} px (≤ ${MOST_BLANK}), ` +
          `columns moved ${moved.toFixed(
            0,
          )} px, at most ${lines} lines made, ` +
          `layout shift ${shift.toFixed(4)} (≤ ${MOST_SHIFT})`,
      );
      if (blank > MOST_BLANK || moved > 1 || shift > MOST_SHIFT) {
        missed.push(
          `${title}: scrolling shows blank rows, or moves: ${shifted.join(
            '; ',
          )}`,
        );
      }
    });
  }
}

test('@bench every limit is kept', () => {
  expect(missed).toEqual([]);
});
