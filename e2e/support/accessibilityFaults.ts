import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Elements of Backstage around our pages: its hidden title, its logo, and the
 * entry of its sidebar that counts unread notifications.
 */
const FOREIGN = [
  /<h1>(Clusters|Catalog)<\/h1>/,
  /class="MuiTypography-root/,
  /^<a aria-label="Notifications" class="BackstageSidebarItem/,
];

/**
 * Every fault that axe finds in our part of the page, one per element.
 *
 * @param within - selector of our part, on pages of others
 */
export async function accessibilityFaults(
  page: Page,
  within?: string,
): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // The page was not opened in its own browser context.
    .setLegacyMode(true);
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  return violations
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => ({ id, html, why: any[0]?.message ?? '' })),
    )
    .filter(({ html }) => !FOREIGN.some(known => known.test(html)))
    .map(({ id, html, why }) => `${id}: ${html.slice(0, 200)} ${why}`);
}
