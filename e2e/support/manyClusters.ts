import { expect, type Page } from '@playwright/test';

/** By so much the wheel scrolls at once, in pixels. */
const STEP = 700;
/** Cells of a quarter of an hour in the history of a day. */
const CELLS = 96;

/**
 * Lets the backend know as many clusters, which are copies of those of the
 * demo.
 *
 * @param everyNth - of them differ from one answer to the next
 * @returns how many answers there were
 */
export async function serveManyClusters(
  page: Page,
  count: number,
  everyNth: number,
): Promise<{ answers: () => number }> {
  let answers = 0;
  /**
   * The sentences of the first answer: an age in them that gets a digit more
   * may need another line, and that a row grows then is no fault of the page.
   */
  const sentences = new Map<string, unknown>();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.route('**/api/clusters/v1/fleet?*', async route => {
    const url = new URL(route.request().url());
    const limit = Number(url.searchParams.get('limit') ?? 100);
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const since = url.searchParams.get('since');
    url.searchParams.delete('since');
    url.searchParams.delete('cursor');
    const headers = { ...route.request().headers() };
    delete headers['if-none-match'];
    const response = await route.fetch({ url: url.href, headers });
    const fleet = await response.json();
    answers += 1;
    for (const { name, headline } of fleet.items) {
      sentences.set(name, sentences.get(name) ?? headline);
    }
    const until = Math.min(count, from + limit);
    const items = Array.from({ length: until - from }, (_row, index) => {
      const at = from + index;
      const row = fleet.items[at % fleet.items.length];
      const turn = at % everyNth === 0 ? answers : 1;
      return {
        ...row,
        name: `${row.name}-${at}`,
        headline: sentences.get(row.name) ?? row.headline,
        entityRef: `${row.entityRef}-${at}`,
        nodes: { certainty: 'exact', value: 10 + ((at * turn) % 90) },
        revision: turn,
      };
    });
    const isChanged = (_row: unknown, index: number) =>
      (from + index) % everyNth === 0;
    const asChanges = since !== null && everyNth > 1;
    await route.fulfill({
      json: {
        ...fleet,
        version: `answer ${answers}`,
        items: asChanges ? items.filter(isChanged) : items,
        ...(asChanges && {
          changes: {
            since,
            parts: items.map((row, index) => ({
              count: 1,
              ...(!isChanged(row, index) && { from: index }),
            })),
          },
        }),
        totals: { ...fleet.totals, clusters: count },
        nextCursor: until < count ? String(until) : undefined,
      },
    });
  });
  await page.route('**/api/clusters/v1/fleet/history?*', async route => {
    const url = new URL(route.request().url());
    const names = (url.searchParams.get('names') ?? '').split(',');
    await route.fulfill({
      json: {
        from: new Date(Date.now() - 24 * 3_600_000).toISOString(),
        cellMinutes: 15,
        clusters: names.map((name, index) => ({
          name,
          cells: Array.from({ length: CELLS }, (_cell, at) => ({
            verdict: (at + index) % 17 === 0 ? 'degraded' : 'healthy',
            podsPending: (at * (index + 1)) % 7,
          })),
        })),
      },
    });
  });
  return { answers: () => answers };
}

/** Scrolls, or asks for more, until the page has all clusters. */
export async function loadAll(page: Page, scrolls: boolean): Promise<void> {
  const more = page.getByRole('button', { name: 'Show more' });
  await expect(async () => {
    if (await more.isVisible()) {
      await (scrolls ? page.keyboard.press('End') : more.click());
    }
    await expect(more).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await page.keyboard.press('Home');
}

/** What {@link scrollThrough} saw. */
export interface Scrolled {
  steps: number;
  /** The most of what is seen that had no rows or cards, in pixels. */
  blank: number;
  /** The most rows, or lines of cards, that were made. */
  lines: number;
  /** How far the columns of a table moved, in pixels. */
  moved: number;
}

/**
 * Scrolls to the last cluster with the wheel; looks after each step and two
 * pictures.
 */
export async function scrollThrough(
  page: Page,
  count: number,
): Promise<Scrolled> {
  const seen: Scrolled = { steps: 0, blank: 0, lines: 0, moved: 0 };
  const columns = new Map<number, number>();
  // A row is higher than that.
  const most = (count * 200) / STEP;
  for (let isEnd = false; !isEnd && seen.steps < most; seen.steps += 1) {
    await page.mouse.wheel(0, STEP);
    const look = await page.evaluate(async () => {
      for (let pictures = 0; pictures < 2; pictures += 1) {
        await new Promise(resolve => requestAnimationFrame(resolve));
      }
      const [made] = document.querySelectorAll('main [data-index]');
      const lines = [...(made?.parentElement?.children ?? [])];
      const blanks = lines
        .filter(line => line.getAttribute('aria-hidden') === 'true')
        .map(line => {
          const { top, bottom } = line.getBoundingClientRect();
          return Math.min(bottom, window.innerHeight) - Math.max(top, 0);
        });
      const { scrollHeight, scrollTop } = document.documentElement;
      return {
        blank: Math.max(0, ...blanks),
        lines: lines.length,
        columns: [...document.querySelectorAll('main thead th')].map(
          cell => cell.getBoundingClientRect().left,
        ),
        left: scrollHeight - scrollTop - window.innerHeight,
        isLastMade: lines.at(-1)?.hasAttribute('data-index'),
      };
    });
    seen.blank = Math.max(seen.blank, look.blank);
    seen.lines = Math.max(seen.lines, look.lines);
    look.columns.forEach((left, at) => {
      seen.moved = Math.max(
        seen.moved,
        Math.abs(left - (columns.get(at) ?? left)),
      );
      columns.set(at, left);
    });
    const more = page.getByRole('button', { name: 'Show more' });
    const isAll = (await more.count()) === 0;
    isEnd = isAll && look.isLastMade === true && look.left < 2;
  }
  return seen;
}
