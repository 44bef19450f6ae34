import { expect, type Page, test } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults';
import { PlatformOfDemo } from './support/PlatformOfDemo';
import type { Portal } from './support/Portal';
import { takeScreenshot } from './support/takeScreenshot';

/**
 * The changes of a cluster that exists, each from its page to the merge. They
 * run in the portal and the page of the file that calls this; each takes a
 * cluster of its own.
 */
export function lifecycleJourneys(
  running: () => { portal: Pick<Portal, 'url' | 'githubUrl'>; page: Page },
): void {
  const page = () => running().page;
  const platform = () => new PlatformOfDemo(running().portal.githubUrl);
  const press = (name: string | RegExp) =>
    page().getByRole('button', { name }).click();

  async function openPage(cluster: string) {
    const { url } = running().portal;
    await page().goto(`${url}/catalog/default/resource/${cluster}/`);
  }

  async function openForm(cluster: string, operation: string) {
    await openPage(cluster);
    await page().getByRole('button', { name: 'Change', exact: true }).click();
    await page().getByRole('menuitem', { name: operation }).click();
  }

  /** Looks at the form, then goes to its review. */
  async function review(screenshot: string) {
    expect(await accessibilityFaults(page(), 'form')).toEqual([]);
    await takeScreenshot(page(), screenshot);
    await press(/^next$/i);
  }

  /** Opens the pull request of a review; the address of it. */
  async function propose(): Promise<string> {
    expect(await accessibilityFaults(page(), 'form')).toEqual([]);
    await press(/^(next|review)$/i);
    await press(/^create$/i);
    const link = page()
      .getByRole('link', { name: /pull request/i })
      .first();
    await expect(link).toBeVisible({ timeout: 60_000 });
    return String(await link.getAttribute('href'));
  }

  async function editYaml(edit: (yaml: string) => string) {
    await page().getByText('As text', { exact: true }).click();
    const text = page().getByLabel(/^cluster\.yaml/);
    await expect(text).toHaveValue(/kind: Cluster/);
    const before = await text.inputValue();
    const after = edit(before);
    expect(after).not.toBe(before);
    await text.fill(after);
  }

  const withoutHubble = (yaml: string) =>
    yaml.replace(/^spec:\n/m, 'spec:\n  cilium: { hubble: false }\n');

  test('an edit keeps what a person edited by hand', async () => {
    const values = 'platform/overlays/prod/search-asia/cilium-values.yaml';
    await platform().editByHand(values, text => `# Ours, by hand.\n${text}`);
    await openForm('search-asia', 'Edit');
    await editYaml(withoutHubble);
    await review('journey-edit');
    await page().getByText(values).click();
    const diff = page().getByRole('region', { name: /cilium-values\.yaml/ });
    await expect(diff).toContainText('hubble');
    await expect(diff).not.toContainText('-# Ours');
    await platform().merge(page(), await propose());
    const merged = await platform().readFile(values);
    expect(merged).toMatch(/^# Ours, by hand\.\n/);
    expect(merged).toMatch(/^hubble:\n {2}enabled: false/m);
  });

  test('an edit of lines that a person edited is a conflict, and writes nothing', async () => {
    const values = 'platform/overlays/prod/reports-prod/cilium-values.yaml';
    await platform().editByHand(values, text =>
      text.replace(/^hubble:\n.*\n/m, 'hubble:\n  enabled: true # keep it\n'),
    );
    await openForm('reports-prod', 'Edit');
    await editYaml(withoutHubble);
    await review('journey-conflict-edit');
    const conflict = page()
      .getByRole('alert')
      .filter({ hasText: 'edited by hand where it would change' });
    await expect(conflict).toContainText('enabled: true # keep it');
    await takeScreenshot(page(), 'journey-conflict');
    await expect(page().getByRole('button', { name: /^create$/i })).toHaveCount(
      0,
    );
    expect(await platform().readFile(values)).toContain('# keep it');
  });

  test('an upgrade takes the first step of its plan', async () => {
    await openForm('tools-prod', 'Upgrade');
    await page().getByRole('radio', { disabled: false }).last().press('Space');
    await review('journey-upgrade');
    const fields = page().getByRole('table', { name: 'Fields that change' });
    await expect(fields).toContainText('spec.versions.');
    await expect(fields.getByRole('row')).toHaveCount(2);
    const pull = await propose();
    await page().goto(pull);
    await expect(
      page().getByText('Upgrade cluster tools-prod (prod)').first(),
    ).toBeVisible();
  });

  test('a freeze that is over ends with a pull request of the portal', async () => {
    test.setTimeout(420_000);
    await openForm('payments-us', 'Freeze disruption');
    await page().getByLabel('Until, in UTC').fill('2026-01-01T18:00Z');
    await expect(page().getByText('This time is over')).toBeVisible();
    await review('journey-freeze');
    await platform().merge(page(), await propose());
    await openPage('payments-us');
    const notice = page()
      .getByRole('status')
      .filter({ hasText: 'The freeze of disruption is overdue since' });
    await expect(notice).toBeVisible({ timeout: 60_000 });
    // The portal looks once a minute.
    const link = notice.getByRole('link', {
      name: /pull request that ends it/i,
    });
    await expect(link).toBeVisible({ timeout: 150_000 });
    await takeScreenshot(page(), 'journey-freeze-overdue');
    await platform().merge(page(), String(await link.getAttribute('href')));
    await expect
      .poll(
        async () => {
          await openPage('payments-us');
          await expect(
            page().getByRole('button', { name: 'Change', exact: true }),
          ).toBeVisible();
          return await notice.count();
        },
        { timeout: 60_000 },
      )
      .toBe(0);
  });

  test('a hand-over to Argo CD registers the cluster, then hands it over', async () => {
    await openForm('reports-dev', 'Hand over to Argo CD');
    await press('Register with Argo CD');
    await review('journey-register');
    await platform().merge(page(), await propose());
    await openForm('reports-dev', 'Hand over to Argo CD');
    await press('Hand over to Argo CD');
    await expect(
      page().getByText('With this change Argo CD takes over').first(),
    ).toBeVisible();
    await review('journey-handover');
    await page().goto(await propose());
    await expect(page().getByText('--release').first()).toBeVisible();
  });

  test('a decommission is two pull requests', async () => {
    // The portal cannot see this cluster, so a person says that it is gone.
    await openForm('legacy-eu', 'Decommission');
    await press('Drain the cluster');
    await review('journey-drain');
    await platform().merge(page(), await propose());
    await openForm('legacy-eu', 'Decommission');
    await press('Remove its files');
    await page()
      .getByLabel('How you know that nothing runs in it any more')
      .fill('Terraform destroyed it, run 42');
    await review('journey-remove');
    await platform().merge(page(), await propose());
    const { url } = running().portal;
    await page().goto(`${url}/clusters`);
    await expect(
      page().getByRole('row').filter({ hasText: 'payments-prod' }),
    ).toBeVisible();
    await expect(
      page().getByRole('row').filter({ hasText: 'legacy-eu' }),
    ).toHaveCount(0, { timeout: 60_000 });
  });
}
