import { expect, test, type Browser } from '@playwright/test';
import type { SimulatedCluster } from '../../packages/kube-simulator/src';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { productionEnvironment } from '../../packages/backend/src/__testUtils__/productionEnvironment';
import {
  guideCommands,
  guideText,
  withGuideConfig,
  withGuideFeatures,
} from '../../packages/backend/src/__testUtils__/installGuide';
import {
  legacyGuideFiles,
  withLegacyGuide,
} from '../../packages/backend/src/__testUtils__/legacyGuide';
import { freePort } from '../../packages/test-support/src/freePort';
import { startRealPostgres } from '../../plugins/clusters-backend/src/__testUtils__/realPostgres';
import { chromiumPath, launchChromium } from '../support/chromium';
import { takeScreenshot } from '../support/takeScreenshot';
import { NewApp } from './support/NewApp';
import { PackageRegistry } from './support/PackageRegistry';
import {
  clusterFile,
  registrationConfig,
  startCluster,
} from './support/registeredCluster';
import { copyContext, runDockerfile } from './support/runDockerfile';
import { ServerProcess } from './support/ServerProcess';

const root = path.resolve(__dirname, '..', '..');

test.skip(!chromiumPath, 'Chromium is not installed');

const packed = process.env.CLUSTERWORKS_PACKED ?? '';
let folder: string;
let registry: PackageRegistry;
let cluster: SimulatedCluster;
let browser: Browser;
let server: ServerProcess | undefined;

test.beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'clusterworks-adopt-'));
  // Other users than ours read there, too.
  fs.chmodSync(folder, 0o755);
  registry = await PackageRegistry.start(
    JSON.parse(fs.readFileSync(path.join(packed, 'packages.json'), 'utf8')),
  );
  cluster = await startCluster();
  browser = await launchChromium();
});

test.afterEach(() => server?.stop());

test.afterAll(async () => {
  await browser?.close();
  await cluster?.stop();
  await registry?.stop();
  // Hundreds of thousands of files: the job does not wait for it.
  spawn('rm', ['-rf', folder], { detached: true, stdio: 'ignore' }).unref();
});

/** Registers the cluster, and starts the built app at a free port. */
async function start(app: NewApp): Promise<string> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const { location, config } = registrationConfig(
    app.write('cluster.yaml', clusterFile(cluster)),
  );
  const { locations } = parse(app.read('app-config.yaml')).catalog;
  app.write(
    'app-config.local.yaml',
    stringify({
      ...config,
      app: { baseUrl },
      backend: { baseUrl, listen: { host: '127.0.0.1', port } },
      catalog: { locations: [...locations, location] },
    }),
  );
  server = new ServerProcess({
    // The files of the catalog are relative to it.
    folder: app.path('packages/backend'),
    command: [
      ...['node', '.', '--config', '../../app-config.yaml'],
      ...['--config', '../../app-config.local.yaml'],
    ],
    env: { NODE_ENV: 'development', GITHUB_WEBHOOK_SECRET: 'secret' },
  });
  await server.ready(baseUrl);
  return baseUrl;
}

async function expectTruePages(baseUrl: string, name: string): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
  });
  page.setDefaultTimeout(300_000);
  await page.goto(baseUrl);
  const enter = page.getByRole('button', { name: 'Enter' });
  const clusters = page.getByRole('link', { name: 'Clusters' }).first();
  // An app of the older frontend system signs guests in by itself.
  await enter.or(clusters).first().waitFor();
  if (await enter.isVisible()) {
    await enter.click();
  }
  await clusters.click();
  const row = page.getByRole('row').filter({ hasText: 'payments' });
  await expect(row).toContainText('Healthy');
  await takeScreenshot(page, `adopt-${name}-fleet`);
  await page.goto(`${baseUrl}/catalog/default/resource/payments`);
  await expect(page.getByText('Healthy').first()).toBeVisible();
  await takeScreenshot(page, `adopt-${name}-cluster`);
  for (const [tab, seen] of [
    ['karpenter', 'general'],
    ['cilium', 'general-1'],
    ['findings', 'Nothing was found'],
  ]) {
    await page.goto(`${baseUrl}/catalog/default/resource/payments/${tab}`);
    await expect(page.getByText(seen).first()).toBeVisible();
  }
  await page.close();
}

/** The form of Create Cluster has its fields, and they refuse bad values. */
async function expectForm(baseUrl: string, name: string): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
  });
  page.setDefaultTimeout(300_000);
  await page.goto(`${baseUrl}/create/templates/default/create-cluster`);
  const enter = page.getByRole('button', { name: 'Enter' });
  const field = page.getByLabel(/^Name/);
  await enter.or(field).first().waitFor();
  if (await enter.isVisible()) {
    await enter.click();
  }
  await field.fill('payments');
  await page.getByLabel(/^Owner/).click();
  await page.getByRole('option', { name: /guests/i }).click();
  await page.getByRole('button', { name: 'AWS region' }).click();
  await page.getByRole('option', { name: /eu-west-1/ }).click();
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  const taken = page.getByText('"payments" is the name of a cluster already');
  await expect(taken.first()).toBeVisible();
  await takeScreenshot(page, `adopt-${name}-form`);
  await page.close();
}

/** Makes an app, follows the guide, and looks at the pages. */
async function adopt(name: string, { legacy = false } = {}) {
  const app = await test.step('create-app', () =>
    NewApp.create(path.join(folder, name), { registry: registry.url, legacy }));
  await test.step('packages', async () => {
    for (const command of guideCommands()) {
      await app.run(command);
    }
  });
  app.edit('packages/backend/src/index.ts', withGuideFeatures);
  app.edit('app-config.yaml', text => withGuideConfig(text, { legacy }));
  for (const file of legacy ? legacyGuideFiles : []) {
    app.edit(file, text => withLegacyGuide(file, text));
  }
  app.write(
    'packages/backend/src/ClustersPolicy.ts',
    guideText('packages/backend/src/ClustersPolicy.ts'),
  );
  await test.step('types', () => app.run('yarn tsc'));
  await test.step('build', () =>
    app.run(
      'yarn build:backend && tar xzf packages/backend/dist/bundle.tar.gz',
    ));
  const baseUrl = await test.step('start', () => start(app));
  await test.step('pages', () => expectTruePages(baseUrl, name));
  await test.step('form', () => expectForm(baseUrl, name));
}

test('a new app', () => adopt('app'));

test('a new app of the older frontend system', () =>
  adopt('legacy-app', { legacy: true }));

const apiVersion = 'backstage.io/v1alpha1';
const people = [
  {
    ...{ apiVersion, kind: 'Group', metadata: { name: 'platform' } },
    spec: { type: 'team', children: [] },
  },
  {
    ...{ apiVersion, kind: 'User', metadata: { name: 'dana' } },
    spec: { memberOf: ['platform'] },
  },
];

/** What the production configuration needs to run without GitHub. */
function standIns(port: number): string {
  const write = (name: string, text: string) => {
    fs.writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const { location, config } = registrationConfig(
    write('cluster.yaml', clusterFile(cluster)),
  );
  return write(
    'app-config.stand-ins.yaml',
    stringify({
      ...config,
      app: { signIn: { guest: true, github: false } },
      backend: { listen: { host: '127.0.0.1', port } },
      auth: {
        providers: {
          guest: {
            userEntityRef: 'user:default/dana',
            dangerouslyAllowOutsideDevelopment: true,
          },
        },
      },
      catalog: {
        locations: [
          location,
          {
            type: 'file',
            target: write(
              'people.yaml',
              people.map(entity => stringify(entity)).join('---\n'),
            ),
            rules: [{ allow: ['User', 'Group'] }],
          },
        ],
      },
    }),
  );
}

test('the image of this repository, with its production configuration and PostgreSQL', async () => {
  const image = await test.step('build', async () => {
    const context = path.join(folder, 'context');
    const stages = path.join(folder, 'stages');
    copyContext(root, context);
    fs.mkdirSync(stages);
    return await runDockerfile(
      fs.readFileSync(path.join(root, 'Dockerfile'), 'utf8'),
      context,
      stages,
    );
  });
  const postgres = await startRealPostgres();
  try {
    const port = await freePort();
    const metricsPort = await freePort();
    const baseUrl = `http://127.0.0.1:${port}`;
    const database = postgres.config.connection as Record<string, unknown>;
    const temporary = path.join(folder, 'tmp');
    fs.mkdirSync(temporary, { mode: 0o777 });
    fs.chmodSync(temporary, 0o777);
    await test.step('start', async () => {
      server = new ServerProcess({
        folder: path.join(image.root, image.workdir),
        command: [...image.command, '--config', standIns(port)],
        env: {
          ...productionEnvironment,
          ...image.env,
          APP_BASE_URL: baseUrl,
          POSTGRES_HOST: String(database.host),
          POSTGRES_PORT: String(database.port),
          POSTGRES_USER: String(database.user),
          POSTGRES_PASSWORD: String(database.password),
          TMPDIR: temporary,
          OTEL_METRICS_EXPORTER: 'prometheus',
          OTEL_EXPORTER_PROMETHEUS_PORT: String(metricsPort),
        },
        user: image.user,
      });
      await server.ready(baseUrl);
    });
    await test.step('pages', () => expectTruePages(baseUrl, 'image'));
    await test.step('metrics', async () => {
      const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
      const series = /^clusters_verdicts\{.*verdict="healthy".*\} 1$/m;
      expect(await answer.text()).toMatch(series);
    });
    await server?.stop();
  } finally {
    await postgres.stop();
  }
});
