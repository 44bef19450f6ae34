import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify } from 'yaml';
import { freePort } from '@clusterworks/test-support';
import { BackendProcess } from './__testUtils__/BackendProcess';
import { productionEnvironment } from './__testUtils__/productionEnvironment';

const root = path.resolve(__dirname, '..', '..', '..');
const shipped = ['app-config.yaml', 'app-config.production.yaml'].map(name =>
  path.join(root, name),
);

// On a busy machine most of this time is for loading all plugins.
const START_MS = 180_000;

describe('the backend with the production configuration', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'clusterworks-start-'));
  let port: number;
  let backend: BackendProcess | undefined;

  beforeAll(async () => {
    port = await freePort();
  });

  afterEach(() => backend?.stop());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /**
   * Starts with stand-ins for PostgreSQL and github.com, and with further
   * configuration.
   */
  function start(more: { backend?: object; clusters?: object }) {
    const file = path.join(folder, 'app-config.test.yaml');
    const config = {
      ...more,
      backend: {
        listen: { host: '127.0.0.1', port },
        database: { client: 'better-sqlite3', connection: ':memory:' },
        ...more.backend,
      },
      integrations: {
        github: [{ host: 'github.com', apiBaseUrl: 'http://127.0.0.1:9' }],
      },
    };
    writeFileSync(file, stringify(config));
    backend = new BackendProcess({
      config: [...shipped, file],
      env: { ...productionEnvironment, NODE_ENV: 'production' },
    });
    return backend;
  }

  it('starts, and makes browsers upgrade insecure requests', async () => {
    await start({}).said(/Plugin initialization complete/, START_MS);
    const base = `http://127.0.0.1:${port}`;
    const ready = await fetch(`${base}/.backstage/health/v1/readiness`);
    expect(ready.status).toBe(200);
    expect(ready.headers.get('content-security-policy')).toMatch(
      /upgrade-insecure-requests/,
    );
  });

  it.each([
    {
      fault: 'a value that a root service refuses',
      config: { backend: { csp: { 'upgrade-insecure-requests': true } } },
      reason: /backend\.csp\.upgrade-insecure-requests.*got boolean/,
    },
    {
      fault: 'a value that a plugin refuses',
      config: { clusters: { platformRepositories: [{ url: 'nonsense' }] } },
      reason: /clusters\.platformRepositories\[0\]\.url: must be/,
    },
    {
      fault: 'a database that is not there',
      config: {
        backend: {
          database: {
            client: 'pg',
            connection: { host: '127.0.0.1', port: 1 },
          },
        },
      },
      reason: /ECONNREFUSED/,
    },
  ])('ends with its reason on $fault', async ({ config, reason }) => {
    const failing = start(config);
    expect(await failing.exitCode(START_MS)).toBe(1);
    expect(failing.output).toMatch(
      new RegExp(`The backend could not start: [^]*${reason.source}`),
    );
    expect(failing.output).not.toContain('from-the-environment');
  });
});
