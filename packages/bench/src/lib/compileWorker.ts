import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';

const packageFolder = path.dirname(
  require.resolve('@clusterworks/bench/package.json'),
);
const root = path.resolve(packageFolder, '..', '..');

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** The packages that the workspaces take from the registry. */
function installedPackages(): string[] {
  const names = ['packages', 'plugins'].flatMap(group =>
    readdirSync(path.join(root, group)).flatMap(folder => {
      const file = path.join(root, group, folder, 'package.json');
      const manifest: Manifest = JSON.parse(readFileSync(file, 'utf8'));
      return Object.keys({
        ...manifest.dependencies,
        ...manifest.devDependencies,
      });
    }),
  );
  return [...new Set(names)].filter(name => !name.startsWith('@clusterworks/'));
}

/** Compiled files by source: replicas are started again and again. */
const compiled = new Map<string, string>();

/**
 * Compiles a worker and the sources of the workspaces that it imports to
 * JavaScript, as a release does. Were they compiled while they are loaded, the
 * compiler would be measured, too: it takes 50 to 100 MB.
 *
 * @returns the compiled file
 */
export function compileWorker(file: string): string {
  const known = compiled.get(file);
  if (known) {
    return known;
  }
  const name = path.relative(path.join(packageFolder, 'src'), file);
  const outfile = path.join(
    packageFolder,
    'dist',
    name.replace(/\.ts$/, '.cjs'),
  );
  buildSync({
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    // Manifests are only looked for, never compiled in.
    external: [...installedPackages(), '@clusterworks/*/package.json'],
    logLevel: 'warning',
  });
  compiled.set(file, outfile);
  return outfile;
}
