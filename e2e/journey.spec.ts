import { expect, test, type Browser, type Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibilityFaults';
import { chromiumPath } from './support/chromium';
import { faultsOfPages } from './support/faultsOfPages';
import { closePortal, openPortal } from './support/openPortal';
import { overflowFaults } from './support/overflowFaults';
import { shiftFaults, watchPerformance } from './support/pagePerformance';
import type { Portal } from './support/Portal';
import { startScenario } from './support/startScenario';
import { takeScreenshot } from './support/takeScreenshot';
import { tellDemo } from './support/tellDemo';

test.describe.configure({ mode: 'serial' });
test.skip(!chromiumPath, 'Chromium is not installed');

/** Inside of Backstage's layout, whose own parts move while they load. */
const OURS = 'main [lang], main[lang]';

let portal: Portal;
let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  test.setTimeout(420_000);
  ({ portal, browser, page } = await openPortal());
  await watchPerformance(page, OURS);
});

test.afterAll(() => closePortal({ portal, browser }));

function row(name: string) {
  return page.getByRole('row').filter({ hasText: name });
}

function poolRow(name: string) {
  return page
    .getByRole('table', { name: 'NodePools of this cluster' })
    .getByRole('row')
    .filter({ hasText: name })
    .first();
}

async function openTab(cluster: string, tab: string) {
  await page.goto(`${portal.url}/catalog/default/resource/${cluster}/${tab}`);
}

test('signs in as a guest and sees the whole fleet, each cluster with its state', async () => {
  await page.goto(portal.url);
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page).toHaveURL(`${portal.url}/clusters`);
  await expect(
    page.getByRole('heading', { name: 'Clusters' }).first(),
  ).toBeVisible();
  await expect(row('payments-prod')).toContainText('Healthy', {
    timeout: 60_000,
  });
  await expect(row('search-dev')).toContainText('Critical', {
    timeout: 60_000,
  });
  await expect(row('legacy-eu')).toContainText('Unknown');
  await expect(row('legacy-eu')).toContainText(/unreachable/i);
  await expect(row('reports-staging')).toContainText('Unknown');
  await expect(row('reports-staging')).toContainText(/no access|forbidden/i);
  await takeScreenshot(page, 'fleet');
});

test('the ledger lists the ranges of all clusters, and what is free', async () => {
  await page.goto(`${portal.url}/clusters`);
  await page.getByRole('link', { name: 'Addresses' }).click();
  await expect(page).toHaveURL(/\/clusters\/addresses$/);
  await expect(page.getByText('No two clusters share addresses')).toBeVisible();
  await expect(row('payments-prod')).toContainText('10.40.0.0/16');
  await expect(
    page.getByRole('heading', { name: 'Free ranges' }),
  ).toBeVisible();
  await takeScreenshot(page, 'addresses');
});

test('the home page has the clusters of my groups, the worst first', async () => {
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  const list = page.getByRole('list', { name: /Clusters of my groups/ });
  await expect(list.getByRole('listitem').first()).toContainText('Critical');
  await expect(list).toContainText('payments-prod');
  // Owned by a group that Dana is not in.
  await expect(list).not.toContainText('search-dev');
  await takeScreenshot(page, 'home');
  await page.getByRole('link', { name: /^Show all \d+$/ }).click();
  await expect(row('payments-prod')).toBeVisible();
  await expect(row('search-dev')).toHaveCount(0);
});

test('the catalog opens with entities, and no page is for developers only', async () => {
  await page.goto(`${portal.url}/catalog`);
  await expect(row('checkout')).toBeVisible();
  const menu = page.getByRole('navigation').first();
  await expect(menu).toContainText('Clusters');
  await expect(menu).not.toContainText('Visualizer');
});

test('the docs render, without mkdocs and without a network', async () => {
  await page.goto(portal.url);
  await page.getByRole('link', { name: 'Docs' }).click();
  await page.getByRole('link', { name: 'Clusterworks' }).last().click();
  await page.getByRole('link', { name: 'install', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: 'Install into a portal' }),
  ).toBeVisible();
  await takeScreenshot(page, 'docs');
});

test('a cluster has a history of a week, and the page says that the demo made it up', async () => {
  await openTab('payments-prod', '');
  await expect(page.getByText(/made up by the demo/).first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText('Last 24 hours')).toBeVisible();
});

test('merges that git tells late are shown, and move nothing', async () => {
  let answer = () => {};
  const held = new Promise<void>(resolve => {
    answer = resolve;
  });
  const merges = '**/v1/clusters/payments-prod/merges';
  await page.route(merges, async route => {
    await held;
    await route.continue();
  });
  await openTab('payments-prod', '');
  await expect(page.getByText(/merged are being read/)).toBeVisible();
  answer();
  await expect(
    page.getByRole('link', { name: /#\d+ Change node pools of/ }).first(),
  ).toBeVisible();
  expect(await shiftFaults(page)).toEqual([]);
  await page.unroute(merges);
});

test('a broken cluster says what is wrong and what to do', async () => {
  await openTab('search-dev', '');
  const health = page.getByText('Critical').first();
  await expect(health).toBeVisible();
  await expect(
    page.getByText(/CiliumNode|addresses|cannot join/i).first(),
  ).toBeVisible();
  await takeScreenshot(page, 'cluster-critical');
});

test('the search finds clusters by how they are', async () => {
  // The page asks once, and the index is made a while after the start.
  await expect(async () => {
    await page.goto(`${portal.url}/search?query=critical&types[]=clusters`);
    await expect(page.getByRole('link', { name: 'search-dev' })).toBeVisible({
      timeout: 10_000,
    });
  }).toPass({ timeout: 120_000 });
  await expect(
    page.getByRole('listitem').filter({ hasText: 'search-dev' }),
  ).toContainText('Critical: ');
  await takeScreenshot(page, 'search');
});

test('the Karpenter tab shows NodePools with limits in units that people write', async () => {
  await openTab('payments-prod', 'karpenter');
  await expect(
    poolRow('general')
      .getByText(/^\W*Ready$/)
      .first(),
  ).toBeVisible();
  await expect(poolRow('general')).toContainText(/GiB|TiB/);
  await takeScreenshot(page, 'karpenter');
});

test('a node opens from the map, and says where its pods would go', async () => {
  await openTab('payments-prod', 'karpenter');
  await page.locator('[data-node-box]').first().click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('joined the cluster');
  await drawer.getByText('Where would its pods go?').click();
  await expect(drawer).toContainText(/fits on nodes there are \d+/);
  await takeScreenshot(page, 'node-drawer');
  await page.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
});

test('the Cilium tab shows the rollout of agent and operator', async () => {
  await openTab('payments-prod', 'cilium');
  await expect(page.getByText(/agent/i).first()).toBeVisible();
  await expect(page.getByText(/operator/i).first()).toBeVisible();
  await takeScreenshot(page, 'cilium');
});

test('the tab of @backstage/plugin-kubernetes works on the same cluster', async () => {
  await openTab('payments-prod', 'kubernetes');
  await expect(page.getByText(/\d+ pods/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('No pods with errors')).toBeVisible();
  await expect(page.getByText(/problem retrieving/i)).toHaveCount(0);
  await takeScreenshot(page, 'kubernetes-tab');
});

async function fillFirstStep(name: string, cidr: string) {
  await page.getByLabel(/^Cluster name/).fill(name);
  await page.getByRole('combobox', { name: /^Owner/ }).fill('pay');
  await page.getByRole('option', { name: /payments/i }).click();
  await page.getByRole('combobox', { name: /^AWS region/ }).fill('eu-west');
  await page.getByRole('option', { name: /eu-west-1/ }).click();
  await page.getByLabel(/VPC CIDR/).fill(cidr);
}

const next = () => page.getByRole('button', { name: /^next$/i }).click();

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page of ours has an accessibility fault, or jumps (${colorScheme})`, async () => {
    test.setTimeout(480_000);
    await page.emulateMedia({ colorScheme });
    const faults = await faultsOfPages(page, portal, async () => [
      // The scheme moves nothing: once is enough.
      ...(colorScheme === 'light' ? await shiftFaults(page) : []),
      ...(await accessibilityFaults(page)),
    ]);
    await page.emulateMedia({ colorScheme: null });
    expect(faults).toEqual([]);
  });
}

test('no page of ours is wider than a phone', async () => {
  test.setTimeout(480_000);
  await page.setViewportSize({ width: 400, height: 900 });
  const faults = await faultsOfPages(page, portal, overflowFaults);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(faults).toEqual([]);
});

test('bad values are refused in the form, all at once', async () => {
  await page.goto(`${portal.url}/create/templates/default/create-cluster`);
  await fillFirstStep('Bad_Name', '10.0.0.1/33');
  await next();
  await expect(page.getByText(/but is "Bad_Name"/).first()).toBeVisible();
  await expect(
    page.getByText(/"10.0.0.1\/33" is not an IPv4 range/).first(),
  ).toBeVisible();
  await takeScreenshot(page, 'form-refused');
});

test('creates a cluster: form, review, pull request, merge, provisioned, Ready', async () => {
  test.setTimeout(420_000);
  await page.goto(`${portal.url}/create/templates/default/create-cluster`);
  await fillFirstStep('checkout-dev', '10.77.0.0/16');
  await takeScreenshot(page, 'form');
  await next();
  await expect(page.getByText('Add a pool')).toBeVisible();
  await takeScreenshot(page, 'form-pools');
  await next();
  await expect(
    page.getByText('clusters/dev/checkout-dev/cluster.yaml').first(),
  ).toBeVisible();
  await takeScreenshot(page, 'review');
  await page.getByRole('button', { name: /^(next|review)$/i }).click();
  await page.getByRole('button', { name: /^create$/i }).click();

  const link = page.getByRole('link', { name: /pull request/i }).first();
  await expect(link).toBeVisible({ timeout: 60_000 });
  await takeScreenshot(page, 'run');
  const pullRequest = await link.getAttribute('href');
  await page.goto(String(pullRequest));
  await takeScreenshot(page, 'pull-request');
  // However late the catalog sees the merge, nothing is applied before.
  await tellDemo(portal, 'applies/hold');
  await page.getByRole('button', { name: /merge/i }).click();

  await page.goto(`${portal.url}/clusters`);
  await expect(row('checkout-dev')).toContainText(/not provisioned/i, {
    timeout: 60_000,
  });
  await takeScreenshot(page, 'not-provisioned');
  await tellDemo(portal, 'applies/release');
  await expect(row('checkout-dev')).not.toContainText(/not provisioned/i, {
    timeout: 90_000,
  });
  await openTab('checkout-dev', 'karpenter');
  await expect(
    poolRow('general')
      .getByText(/^\W*Ready$/)
      .first(),
  ).toBeVisible({ timeout: 120_000 });
  await takeScreenshot(page, 'created-ready');
});

test('changes a cluster from its page: form from git, review, pull request', async () => {
  test.setTimeout(300_000);
  await openTab('payments-prod', '');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await takeScreenshot(page, 'change-menu');
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByText('As text', { exact: true }).click();
  const text = page.getByLabel(/^cluster\.yaml/);
  await expect(text).toHaveValue(/name: payments-prod/);
  const yaml = await text.inputValue();
  await text.fill(yaml.replace(/^( *)region:/m, '$1bad: true\n$1region:'));
  await expect(page.getByText(/spec\.bad: /).first()).toBeVisible();
  await text.fill(
    yaml.replace(/^spec:\n/m, 'spec:\n  hardening: { guardDuty: true }\n'),
  );
  await takeScreenshot(page, 'change-edit');
  await next();
  await expect(
    page.getByRole('table', { name: 'Fields that change' }),
  ).toContainText('spec.hardening');
  await expect(
    page.getByRole('region', { name: /payments-prod\/cluster\.yaml/ }),
  ).toContainText('guardDuty');
  await expect(
    page.getByRole('region', { name: 'What happens to running nodes' }),
  ).toContainText('Karpenter replaces no running node');
  await takeScreenshot(page, 'change-review');
  await page.getByRole('button', { name: /^(next|review)$/i }).click();
  await page.getByRole('button', { name: /^create$/i }).click();
  const link = page.getByRole('link', { name: /pull request/i }).first();
  await expect(link).toBeVisible({ timeout: 60_000 });
  await page.goto(String(await link.getAttribute('href')));
  await expect(page.getByText('spec.hardening').first()).toBeVisible();
  await takeScreenshot(page, 'change-pull-request');

  // A cluster has one change at a time: a second form says so, and links to
  // the first.
  await openTab('payments-prod', '');
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Upgrade' }).click();
  await expect(
    page.getByRole('link', { name: 'Change cluster payments-prod (prod)' }),
  ).toBeVisible();
  await takeScreenshot(page, 'change-open');
});

test('tells the owner of a cluster that turns critical, and that it is over', async () => {
  test.setTimeout(600_000);
  const begin = (scenario: string) =>
    startScenario(portal, 'payments-dev', scenario);
  const note = (text: RegExp) =>
    page.getByRole('row').filter({ hasText: text });
  const told = /payments-dev: .*Karpenter/;
  const over = /Resolved: payments-dev: .*Karpenter/;

  // The page is open before: it shows what arrives without a reload.
  await page.goto(`${portal.url}/notifications`);
  await expect(note(/payments-staging: .*Karpenter/).first()).toBeVisible();
  await expect(note(told)).toHaveCount(0);
  await begin('karpenter-down');
  await expect(note(told).first()).toBeVisible({ timeout: 180_000 });
  await takeScreenshot(page, 'notification');

  await note(told).first().getByRole('link', { name: told }).click();
  await expect(page).toHaveURL(/payments-dev\/findings\?open=/);
  await expect(page.getByText('Evidence').first()).toBeVisible();
  await takeScreenshot(page, 'notification-finding');

  await page.goto(`${portal.url}/notifications`);
  await begin('still');
  await expect(note(over).first()).toBeVisible({ timeout: 300_000 });
  await takeScreenshot(page, 'notification-resolved');
});
