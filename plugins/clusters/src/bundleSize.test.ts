/** @jest-environment node */
import { basename, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';

/** What every portal brings itself; the plugin only names it. */
const OF_THE_PORTAL = [
  ...['react', 'react/*', 'react-dom', 'react-dom/*', 'react-router-dom'],
  ...['@backstage/*', '@remixicon/react'],
];

/** The JavaScript that reading the fleet page needs, in KB (1,000 bytes). */
const MOST_KB = 250;

/** The plugin as production builds have it, one file per lazy part. */
async function bundled() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: resolve(__dirname, '..'),
    entryPoints: ['src/index.ts'],
    outdir: 'dist',
    write: false,
    metafile: true,
    ...{ bundle: true, splitting: true, minify: true },
    ...{ format: 'esm', platform: 'browser', target: 'es2022' },
    jsx: 'automatic',
    loader: { '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
    external: OF_THE_PORTAL,
  });
  const kb = new Map(
    outputFiles.map(({ path, contents }) => [
      basename(path),
      gzipSync(contents).length / 1_000,
    ]),
  );
  return { outputs: metafile.outputs, kb };
}

/** A file and all that loads together with it. */
function loadedWith(
  outputs: Metafile['outputs'],
  path: string,
  found = new Set<string>(),
): Set<string> {
  if (!found.has(path)) {
    found.add(path);
    outputs[path].imports
      .filter(({ kind, external }) => kind === 'import-statement' && !external)
      .forEach(each => loadedWith(outputs, each.path, found));
  }
  return found;
}

describe('the JavaScript of the fleet page', () => {
  it(`is at most ${MOST_KB} KB, and has no part that few readers need`, async () => {
    const { outputs, kb } = await bundled();
    const fileOf = (source: string) =>
      Object.keys(outputs).find(path => outputs[path].entryPoint === source)!;
    const files = loadedWith(
      outputs,
      fileOf('src/components/ClustersRoutes/index.ts'),
      loadedWith(outputs, fileOf('src/index.ts')),
    );
    const sum = [...files].reduce(
      (total, path) => total + kb.get(basename(path))!,
      0,
    );
    expect(sum).toBeGreaterThan(50);
    expect(sum).toBeLessThanOrEqual(MOST_KB);
    const sources = [...files].flatMap(path =>
      Object.keys(outputs[path].inputs),
    );
    expect(
      sources.filter(source =>
        /clusters-health|messages\/de|ObjectDrawer\/\w+Details/.test(source),
      ),
    ).toEqual([]);
  }, 60_000);
});
