import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { BackendProcess } from './__testUtils__/BackendProcess';
import { freePort } from './__testUtils__/freePort';
import { guidePackages, guideText } from './__testUtils__/installGuide';
import { newAppFile, newAppPackages } from './__testUtils__/newApp';
import { typeErrors } from './__testUtils__/typeErrors';

const root = path.resolve(__dirname, '..', '..', '..');
const START_MS = 90_000;

function importedBy(text: string): string[] {
  return [...text.matchAll(/(?:from |import\()'(@?[\w-]+\/[\w-]+)/g)].map(
    ([, name]) => name,
  );
}

describe('docs/operate/install.md', () => {
  it.each([
    ['packages/backend', 'packages/backend/src/index.ts'],
    ['packages/backend', 'packages/backend/src/ClustersPolicy.ts'],
  ])('adds to %s whatever %s imports', (workspace, file) => {
    const imported = importedBy(guideText(file));
    expect(imported.length).toBeGreaterThan(3);
    const installed = [
      ...guidePackages(workspace),
      ...newAppPackages(workspace),
    ];
    expect(imported.filter(name => !installed.includes(name))).toEqual([]);
  });

  it('has code that compiles as it stands', () => {
    const folder = path.join(root, 'packages', 'app', 'src');
    const files = [
      'packages/backend/src/ClustersPolicy.ts',
      'packages/app/src/App.tsx',
      'packages/app/src/components/Root/Root.tsx',
      'packages/app/src/components/catalog/EntityPage.tsx',
    ];
    expect(
      typeErrors(
        Object.fromEntries(
          files.map(file => [
            path.join(folder, `guide-${path.basename(file)}`),
            guideText(file),
          ]),
        ),
      ),
    ).toEqual([]);
  });

  describe('followed in a new app', () => {
    jest.setTimeout(2 * START_MS);

    let folder: string;
    let backend: BackendProcess | undefined;

    beforeAll(() => {
      // Inside of the repository, where imports find the packages.
      const parent = path.join(root, '.clusterworks');
      mkdirSync(parent, { recursive: true });
      folder = mkdtempSync(path.join(parent, 'install-guide-'));
    });

    afterAll(async () => {
      await backend?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    function write(name: string, text: string): string {
      const file = path.join(folder, name);
      writeFileSync(file, text);
      return file;
    }

    /** The configuration of a new app, changed as the guide says. */
    function appConfig(): string {
      const base = parse(newAppFile('app-config.yaml.hbs'));
      const guide = parse(guideText('app-config.yaml'));
      const merged = { ...base };
      for (const [key, value] of Object.entries(guide)) {
        merged[key] = { ...base[key], ...(value as object) };
      }
      merged.app.extensions = [...base.app.extensions, ...guide.app.extensions];
      return stringify(merged);
    }

    it('gives a backend that starts', async () => {
      const start = 'backend.start();';
      const index = newAppFile('packages/backend/src/index.ts');
      expect(index).toContain(start);
      const port = await freePort();
      backend = new BackendProcess({
        entry: write(
          'index.ts',
          index.replace(
            start,
            `${guideText('packages/backend/src/index.ts')}\n${start}`,
          ),
        ),
        config: [
          write('app-config.yaml', appConfig()),
          write(
            'app-config.test.yaml',
            stringify({
              backend: { listen: { host: '127.0.0.1', port } },
              integrations: {
                github: [
                  { host: 'github.com', apiBaseUrl: 'http://127.0.0.1:9' },
                ],
              },
            }),
          ),
        ],
        env: { NODE_ENV: 'development', GITHUB_WEBHOOK_SECRET: 'secret' },
      });
      await backend.said(
        /Plugin initialization complete|Unhandled rejection|ERR_MODULE_NOT_FOUND/,
        START_MS,
      );
      expect(
        backend.output
          .split('\n')
          .filter(line =>
            /threw an error during startup|Unhandled rejection|ERR_/.test(line),
          ),
      ).toEqual([]);
      const fleet = `http://127.0.0.1:${port}/api/clusters/v1/fleet`;
      expect((await fetch(fleet)).status).toBe(401);
    });
  });
});
