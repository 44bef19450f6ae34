import type { Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');
const folder = path.join(root, 'test-results', 'screenshots');

/** The pictures that README and docs show. */
const SHOWN = new Set([
  'fleet',
  'cluster-critical',
  'karpenter',
  'cilium',
  'review',
  'form-refused',
]);

/**
 * Keeps a picture of the page. With `UPDATE_SCREENSHOTS=1` those that the
 * README and the docs show are renewed too.
 */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  if (process.env.UPDATE_SCREENSHOTS === '1' && SHOWN.has(name)) {
    const shown = path.join(root, 'docs', 'images', `${name}.png`);
    fs.mkdirSync(path.dirname(shown), { recursive: true });
    fs.copyFileSync(file, shown);
  }
}
