import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { freePort } from '@clusterworks/test-support';
import { BackendProcess } from './__testUtils__/BackendProcess';
import {
  guidePackages,
  guideText,
  withGuideConfig,
  withGuideFeatures,
} from './__testUtils__/installGuide';
import { newAppFile, newAppPackages } from './__testUtils__/newApp';
import { typeErrors } from './__testUtils__/typeErrors';

const root = path.resolve(__dirname, '..', '..', '..');
const START_MS = 180_000;

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
      'packages/app/src/catalogPage.tsx',
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

  it('shows the policy that this portal runs', () => {
    const file = path.join(__dirname, 'policy', 'ClustersPolicy.ts');
    const [, ...lines] = guideText(
      'packages/backend/src/ClustersPolicy.ts',
    ).split('\n');
    expect(lines.join('\n')).toBe(readFileSync(file, 'utf8'));
  });

  describe('followed in a new app', () => {
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

    it('gives a backend that starts', async () => {
      const port = await freePort();
      backend = new BackendProcess({
        entry: write(
          'index.ts',
          withGuideFeatures(newAppFile('packages/backend/src/index.ts')),
        ),
        config: [
          write(
            'app-config.yaml',
            withGuideConfig(newAppFile('app-config.yaml.hbs')),
          ),
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
