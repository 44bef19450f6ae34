import { expect, type Page } from '@playwright/test';
import type { Portal } from './Portal';

/** In trouble, healthy, unreachable and forbidden, with what its tabs say. */
const CLUSTERS: [name: string, shown: RegExp][] = [
  ['search-dev', /Critical|live/],
  ['payments-prod', /Healthy|live/],
  ['legacy-eu', /cannot be reached/],
  ['reports-staging', /no access/],
];
const TABS = ['', '/karpenter', '/cilium', '/findings'];

/** Each page and state of ours, with a text that it has once it is complete. */
const PAGES: [path: string, shown: RegExp][] = [
  ...['', '?view=map', '?view=cards', '?view=matrix'].map(
    (query): [string, RegExp] => [`/clusters${query}`, /legacy-eu/],
  ),
  ['/clusters?q=verdict:bad', /not understood/],
  ['/clusters?q=env:none', /No cluster matches/],
  ['/clusters/addresses', /No two clusters share/],
  [
    '/catalog/default/resource/payments-prod/karpenter?object=NodePool/general',
    /Look at it/,
  ],
  [
    '/catalog/default/resource/payments-prod/karpenter?zoom=nodePool%3Dgeneral',
    /Each box within a node/,
  ],
  [
    '/catalog/default/resource/search-dev?range=2020-01-01T00:00Z_2040-01-01T00:00Z',
    /Show the whole day/,
  ],
  ...CLUSTERS.flatMap(([name, shown]) =>
    TABS.map((tab): [string, RegExp] => [
      `/catalog/default/resource/${name}${tab}`,
      shown,
    ]),
  ),
];

/** Waits until what moves in has arrived; some animations never end. */
async function arrived(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) =>
          Number.isFinite(effect?.getComputedTiming().endTime),
        )
        .map(({ finished }) => finished),
    ),
  );
}

/**
 * What `look` finds on each page of ours, with the path of the page.
 *
 * @param look - returns the faults of the page that is shown
 */
export async function faultsOfPages(
  page: Page,
  portal: Portal,
  look: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [path, shown] of PAGES) {
    await page.goto(`${portal.url}${path}`);
    await expect(page.getByText(shown).first()).toBeVisible();
    await arrived(page);
    const found = await look(page);
    faults.push(...found.map(fault => `${path}: ${fault}`));
  }
  return faults;
}
