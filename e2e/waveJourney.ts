import { expect, type Page, test } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults';
import { PlatformOfDemo } from './support/PlatformOfDemo';
import type { Portal } from './support/Portal';
import { startScenario } from './support/startScenario';
import { takeScreenshot } from './support/takeScreenshot';

/** In the order in which the wave changes them, one at a time. */
const [FIRST, SECOND, THIRD] = ['payments-dev', 'payments-prod', 'search-asia'];
/** A change, a look of the portal, and a step of the wave, each every 20 s. */
const A_STEP = { timeout: 120_000 };

/**
 * A wave over three clusters, from the fleet page to its end. It runs in the
 * portal and the page of the file that calls this.
 */
export function waveJourney(
  running: () => { portal: Pick<Portal, 'url' | 'githubUrl'>; page: Page },
): void {
  const page = () => running().page;
  const press = (name: string | RegExp) =>
    page().getByRole('button', { name, exact: true }).click();
  const row = (cluster: string) =>
    page().getByRole('row').filter({ hasText: cluster });
  const status = () => page().getByRole('status').filter({ hasText: /: / });

  async function choose(field: string, option: string | RegExp) {
    await page()
      .getByRole('button', { name: new RegExp(`${field}$`) })
      .click();
    await page().getByRole('option', { name: option }).first().click();
  }

  async function enter(field: string, value: string) {
    const input = page().getByRole('textbox', { name: field });
    await input.fill(value);
    await input.press('Tab');
  }

  /** The address of the pull request that the wave opened. */
  async function pullOf(cluster: string): Promise<string> {
    const link = row(cluster).getByRole('link', { name: /^#\d+$/ });
    await expect(link).toBeVisible(A_STEP);
    await expect(row(cluster)).toContainText('In review');
    return String(await link.getAttribute('href'));
  }

  /** Merges the pull request that the wave opened, and returns to the wave. */
  async function mergeThatOf(cluster: string) {
    const wave = page().url();
    const platform = new PlatformOfDemo(running().portal.githubUrl);
    await platform.merge(page(), await pullOf(cluster));
    await page().goto(wave);
  }

  test('a wave goes on while all are well, and halts when one is critical', async () => {
    test.setTimeout(600_000);
    const filter = `name:${FIRST},${SECOND},${THIRD}`;
    const { url } = running().portal;
    await page().goto(`${url}/clusters?${new URLSearchParams({ q: filter })}`);
    await page().getByRole('link', { name: 'Start a wave' }).click();
    await choose('What changes', 'Karpenter');
    await choose('To version', /^1\./);
    await enter('At most at a time', '1');
    await enter('Healthy for at least', '0');
    const plan = page().getByRole('main').locator('ol').getByRole('listitem');
    await expect(plan).toHaveText([
      `dev: ${FIRST}`,
      `prod: ${SECOND}`,
      `prod: ${THIRD}`,
    ]);
    expect(await accessibilityFaults(page(), 'main')).toEqual([]);
    await takeScreenshot(page(), 'journey-wave-form');
    await press('Start with 3 clusters');

    await expect(status()).toHaveText(/Running: Group 1 of 3/);
    await expect(row(SECOND)).toContainText('Waiting');
    await mergeThatOf(FIRST);
    await expect(row(FIRST)).toContainText('Done', A_STEP);
    await expect(status()).toHaveText(/Running: Group 2 of 3/);

    const pull = await pullOf(SECOND);
    await startScenario(running().portal, SECOND, 'karpenter-down');
    await expect(status()).toHaveText(
      new RegExp(`Halted: ${SECOND} is critical. No further cluster begins.`),
      A_STEP,
    );
    await expect(row(SECOND)).toContainText('In review');
    await expect(row(THIRD)).toContainText('a person who resumes the wave');
    expect(await accessibilityFaults(page(), 'main')).toEqual([]);
    await takeScreenshot(page(), 'journey-wave-halted');
    await press('Resume');
    // The portal notifies of the same cluster, with an alert of its own.
    const refusal = page()
      .getByRole('alert')
      .filter({ hasText: 'That did not work' });
    await expect(refusal).toContainText(
      `The wave cannot go on: ${SECOND} is critical. Mend that first`,
    );

    await startScenario(running().portal, SECOND, 'still');
    await expect(async () => {
      await press('Resume');
      await expect(status()).toHaveText(/Running/, { timeout: 3_000 });
    }).toPass(A_STEP);
    // The same pull request: a wave that halted closes none.
    expect(await pullOf(SECOND)).toBe(pull);
    await mergeThatOf(SECOND);
    await expect(row(SECOND)).toContainText('Done', A_STEP);
    await expect(row(THIRD)).toContainText('In review', A_STEP);

    await press('Stop');
    await page()
      .getByRole('dialog')
      .getByRole('button', { name: 'Stop' })
      .click();
    await expect(status()).toHaveText(/Stopped: A person stopped it/);
    await expect(row(THIRD)).toContainText('In review, when it was stopped');
    await takeScreenshot(page(), 'journey-wave-stopped');
  });
}
