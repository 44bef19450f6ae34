import fs from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import { launchChromium } from './chromium';
import { Portal } from './Portal';

/** A portal with the demo fleet, and a page of a browser before it. */
export interface OpenPortal {
  portal: Portal;
  browser: Browser;
  page: Page;
}

/** Starts a portal and a browser, and waits until the portal answers. */
export async function openPortal(): Promise<OpenPortal> {
  const portal = await Portal.start();
  let browser: Browser | undefined;
  try {
    browser = await launchChromium();
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
    });
    page.setDefaultTimeout(30_000);
    await portal.ready();
    return { portal, browser, page };
  } catch (error) {
    await closePortal({ portal, browser });
    throw error;
  }
}

/** Ends both, and deletes the state of the portal. */
export async function closePortal({
  portal,
  browser,
}: Partial<OpenPortal>): Promise<void> {
  await browser?.close();
  await portal?.stop();
  if (portal) {
    fs.rmSync(portal.stateDir, { recursive: true, force: true });
  }
}
