import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What Backstage puts around our pages: its hidden title and its logo. */
const FOREIGN = [/<h1>(Clusters|Catalog)<\/h1>/, /class="MuiTypography-root/];

/** Every fault that axe finds on the page and that is ours, one per element. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // The page was not opened in a context of its own.
    .setLegacyMode(true)
    .analyze();
  return violations
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => ({ id, html, why: any[0]?.message ?? '' })),
    )
    .filter(({ html }) => !FOREIGN.some(known => known.test(html)))
    .map(({ id, html, why }) => `${id}: ${html.slice(0, 200)} ${why}`);
}
