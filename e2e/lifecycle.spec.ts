import { type Browser, type Page, test } from '@playwright/test';
import { lifecycleJourneys } from './lifecycleJourneys';
import { chromiumPath } from './support/chromium';
import { closePortal, openPortal } from './support/openPortal';
import type { Portal } from './support/Portal';
import { waveJourney } from './waveJourney';

test.describe.configure({ mode: 'serial' });
test.skip(!chromiumPath, 'Chromium is not installed');

let portal: Portal;
let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  test.setTimeout(420_000);
  ({ portal, browser, page } = await openPortal());
  await page.goto(portal.url);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.waitForURL(`${portal.url}/clusters`);
});

test.afterAll(() => closePortal({ portal, browser }));

// Too long for CI: `npm run long -- lifecycle`.
test.describe('@lifecycle', () => {
  lifecycleJourneys(() => ({ page, portal }));
  waveJourney(() => ({ page, portal }));
});
