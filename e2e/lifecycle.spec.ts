import { type Browser, type Page, test } from '@playwright/test';
import fs from 'node:fs';
import { lifecycleJourneys } from './lifecycleJourneys';
import { chromiumPath, launchChromium } from './support/chromium';
import { Portal } from './support/Portal';

test.describe.configure({ mode: 'serial' });
test.skip(!chromiumPath, 'Chromium is not installed');

let portal: Portal;
let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  test.setTimeout(420_000);
  portal = await Portal.start();
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(30_000);
  await portal.ready();
  await page.goto(portal.url);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.waitForURL(`${portal.url}/clusters`);
});

test.afterAll(async () => {
  await browser?.close();
  await portal?.stop();
  if (portal) {
    fs.rmSync(portal.stateDir, { recursive: true, force: true });
  }
});

// Too long for CI: `npm run long -- lifecycle`.
test.describe('@lifecycle', () => {
  lifecycleJourneys(() => ({ page, portal }));
});
