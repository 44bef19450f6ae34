import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { runShell } from './support/runShell';

const root = path.resolve(__dirname, '..', '..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

/** The section of the guide, whose commands are run as they stand. */
const section = /^## Red Hat Developer Hub$([^]*?)(?=^## |(?![^]))/m.exec(
  read('docs/operate/deploy.md'),
)?.[1];
const blocks = (language: string) =>
  [
    ...(section ?? '').matchAll(
      new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'),
    ),
  ].map(([, text]) => text);
const exporting = blocks('bash').filter(text => text.includes(' export'));

/** Folders of the packages that a command exports. */
const foldersOf = (command: string) =>
  (
    /^for plugin in (.*?); do$/m.exec(command.replaceAll('\\\n', ' '))?.[1] ??
    ''
  )
    .split(/\s+/)
    .map(name => `plugins/${name}`);

const folders = exporting.flatMap(foldersOf);

test.afterAll(() => {
  for (const folder of folders) {
    fs.rmSync(path.join(root, folder, 'dist-dynamic'), {
      recursive: true,
      force: true,
    });
  }
});

test('dynamic plugins for Red Hat Developer Hub', async () => {
  const [ofBackend, ofFrontend] = exporting;
  // The command line refuses a plugin whose module is no backend feature, and
  // shared packages among the private ones.
  await test.step('export to the backend', () =>
    runShell(ofBackend, { cwd: root }));
  await test.step('export to the frontend', () =>
    runShell(ofFrontend, { cwd: root }));
  await test.step('what was exported', () => {
    const exported = folders.map(folder => {
      const manifest = JSON.parse(read(`${folder}/dist-dynamic/package.json`));
      expect(manifest.backstage['supported-versions']).toBe(
        JSON.parse(read('backstage.json')).version,
      );
      return manifest.name.replace('@', '').replace('/', '-');
    });
    for (const folder of foldersOf(ofBackend)) {
      const modules = path.join(root, folder, 'dist-dynamic/node_modules');
      expect(fs.readdirSync(modules)).not.toContain('@backstage');
      expect(fs.readdirSync(modules)).toContain('@clusterworks');
    }
    for (const folder of foldersOf(ofFrontend)) {
      const dist = `${folder}/dist-dynamic/dist`;
      const { exposes } = JSON.parse(read(`${dist}/mf-manifest.json`));
      expect(exposes.map(({ path: name }: { path: string }) => name)).toContain(
        '.',
      );
      expect(read(`${dist}/remoteEntry.js`).length).toBeGreaterThan(1_000);
    }
    const { plugins } = parse(blocks('yaml').join('\n'));
    expect(
      plugins.map((plugin: { package: string }) =>
        plugin.package.replace(/^.*!/, ''),
      ),
    ).toEqual(exported.map(name => name.replace(/-dynamic$/, '')));
  });
});
