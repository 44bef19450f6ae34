import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(__dirname, '..', '..', '..');
const home = 'https://github.com/clusterworks/clusterworks';

interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  keywords?: string[];
  backstage?: { pluginId?: string; pluginPackages?: string[] };
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));

const published = globSync('{packages,plugins}/*/package.json', { cwd: root })
  .map(file => path.dirname(file))
  .filter(folder => !manifestOf(folder).private)
  .sort();

const ofTests = /\.test\.|__testUtils__|\/testing\/|setupTests/;

/** The packages that the product code of a folder imports. */
function importedBy(folder: string): string[] {
  const files = globSync(['src/**/*.{ts,tsx}', 'migrations/*', 'config.d.ts'], {
    cwd: path.join(root, folder),
  }).filter(file => !ofTests.test(file));
  const names = files.flatMap(file => {
    const text = readFileSync(path.join(root, folder, file), 'utf8');
    const found = text.matchAll(
      /(?:^import |\bfrom |import\(|require\(|require\.resolve\()\s*'(?!node:)((?:@[\w.-]+\/)?[\w.-]+)[^']*'/gm,
    );
    return [...found].map(([, name]) => name);
  });
  return [...new Set(names)].filter(name => !name.startsWith('.'));
}

describe.each(published)('%s', folder => {
  const manifest = manifestOf(folder);

  it('states its description, license and repository', () => {
    expect(manifest).toMatchObject({
      description: expect.stringMatching(/\w+ \w+/),
      license: 'Apache-2.0',
      repository: { type: 'git', url: home, directory: folder },
      homepage: `${home}/tree/main/${folder}`,
      bugs: `${home}/issues`,
      publishConfig: { access: 'public' },
      files: expect.arrayContaining(['dist']),
    });
    expect(manifest.keywords).toEqual(
      expect.arrayContaining(['backstage', 'kubernetes']),
    );
  });

  it('has the license beside it', () => {
    expect(readFileSync(path.join(root, folder, 'LICENSE'), 'utf8')).toBe(
      readFileSync(path.join(root, 'LICENSE'), 'utf8'),
    );
  });

  it('says of each export whether it is public', () => {
    const reports = globSync('report*.api.md', {
      cwd: path.join(root, folder),
    });
    const isPlugin = folder.startsWith('plugins/');
    expect(reports.length > 0).toBe(isPlugin);
    const untagged = reports.flatMap(file =>
      readFileSync(path.join(root, folder, file), 'utf8')
        .split('\n')
        .filter(line => line.includes('(ae-missing-release-tag)')),
    );
    expect(untagged).toEqual([]);
  });

  it('depends on what its product code imports, and on nothing else', () => {
    const { dependencies = {}, peerDependencies = {} } = manifest;
    const imported = importedBy(folder).filter(
      name => !(name in peerDependencies),
    );
    const unused = Object.keys(dependencies).filter(
      name => !imported.includes(name),
    );
    expect(unused).toEqual([]);
    const undeclared = imported.filter(name => !(name in dependencies));
    expect(undeclared).toEqual([]);
  });
});

it('each package of the plugin names all of them', () => {
  const ofPlugin = published
    .map(folder => manifestOf(folder))
    .filter(({ backstage }) => backstage?.pluginId === 'clusters');
  const names = ofPlugin.map(({ name }) => name).sort();
  expect(names.length).toBeGreaterThan(7);
  for (const { backstage } of ofPlugin) {
    expect([...(backstage?.pluginPackages ?? [])].sort()).toEqual(names);
  }
});

describe('releases', () => {
  it('have one version for all packages', () => {
    const { fixed } = JSON.parse(
      readFileSync(path.join(root, '.changeset', 'config.json'), 'utf8'),
    );
    const patterns: string[] = fixed[0];
    const names = published.map(folder => manifestOf(folder).name);
    const kept = names.filter(name =>
      patterns.some(pattern => path.matchesGlob(name, pattern)),
    );
    expect([fixed.length, kept]).toEqual([1, names]);
    const versions = published.map(folder => manifestOf(folder).version);
    expect(new Set(versions).size).toBe(1);
  });

  it.each(published)('of %s are in its CHANGELOG', folder => {
    const { name, version } = manifestOf(folder);
    const text = readFileSync(path.join(root, folder, 'CHANGELOG.md'), 'utf8');
    expect(text.split('\n').filter(line => /^##? /.test(line))).toEqual(
      expect.arrayContaining([`# ${name}`, `## ${version}`]),
    );
  });

  const workflowFile = path.join(root, '.github', 'workflows', 'release.yml');
  const workflow = readFileSync(workflowFile, 'utf8');

  it('are made with the tools of this repository', () => {
    const { packageManager } = JSON.parse(
      readFileSync(path.join(root, 'package.json'), 'utf8'),
    );
    expect(workflow).toContain(
      `YARN_VERSION: '${packageManager.replace('yarn@', '')}'`,
    );
    const actions = [...workflow.matchAll(/uses: (\S+)/g)].map(
      ([, action]) => action,
    );
    expect(actions.length).toBeGreaterThan(2);
    // A tag can be moved, a commit cannot.
    expect(actions.filter(each => !/@[0-9a-f]{40}$/.test(each))).toEqual([]);
  });

  it('are made with the least rights', () => {
    const { permissions, jobs } = parse(workflow);
    expect(permissions).toEqual({});
    const steps = Object.values<any>(jobs).flatMap(job => job.steps);
    expect(jobs).toEqual({
      check: expect.objectContaining({ permissions: { contents: 'read' } }),
      publish: expect.objectContaining({
        permissions: { contents: 'read', 'id-token': 'write' },
        environment: 'npm',
        needs: 'check',
      }),
    });
    for (const job of Object.values<any>(jobs)) {
      expect(job['timeout-minutes']).toBeGreaterThan(0);
    }
    const checkouts = steps.filter(({ uses = '' }) => /\/checkout@/.test(uses));
    expect(checkouts).toHaveLength(2);
    for (const { with: options } of checkouts) {
      expect(options['persist-credentials']).toBe(false);
    }
    // A value in a script could be code: scripts get them as variables.
    const scripts = steps.flatMap(({ run = [] }) => run);
    expect(scripts.filter((run: string) => run.includes('${{'))).toEqual([]);
    expect(workflow).not.toContain('secrets.');
  });

  it('carry their provenance, and a bill of materials each', () => {
    const { publish } = parse(workflow).jobs;
    const scripts: string[] = publish.steps.flatMap(({ run = [] }) => run);
    expect(scripts.at(-1)).toContain('npm publish --provenance');
    const bills = scripts.find(run => run.includes('cyclonedx')) ?? '';
    const [, folders] = /for folder in (.*); do/.exec(bills) ?? [];
    const billed = globSync((folders ?? '').split(' '), { cwd: root });
    expect(billed).toEqual(expect.arrayContaining(published));
  });

  const linter = spawnSync('actionlint', ['-version']);
  (linter.status === 0 ? describe : describe.skip)('with actionlint', () => {
    it('find no fault in their workflow', () => {
      const { stdout } = spawnSync('actionlint', ['-no-color', workflowFile], {
        cwd: root,
        encoding: 'utf8',
      });
      expect(stdout).toBe('');
    });
  });
});
