import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..', '..', '..');

/** The fields of a package.json that a check of dependencies needs. */
export interface InstalledPackage {
  name: string;
  version: string;
  private?: boolean;
  license?: unknown;
  licenses?: unknown;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** A build tool of which the app imports only types. */
const buildTools = ['@backstage/cli'];

function read(folder: string): InstalledPackage {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
}

/** The folder that Node finds a package in; undefined when it is absent. */
function find(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(candidate, 'package.json'))) {
      return realpathSync(candidate);
    }
    if (folder === root) {
      return undefined;
    }
  }
}

/** The packages that are published, and the portal that can be deployed. */
function roots(): string[] {
  return globSync('{packages,plugins}/*/package.json', { cwd: root })
    .map(file => path.dirname(path.join(root, file)))
    .filter(
      folder =>
        !read(folder).private ||
        ['app', 'backend'].includes(path.basename(folder)),
    );
}

/**
 * Every installed package that one of ours needs in production, directly or
 * not. Optional packages for other platforms are not installed.
 */
export function productionPackages(): InstalledPackage[] {
  const seen = new Map<string, InstalledPackage>();
  const todo = roots();
  for (let folder = todo.pop(); folder; folder = todo.pop()) {
    if (seen.has(folder)) {
      continue;
    }
    const found = read(folder);
    seen.set(folder, found);
    for (const name of Object.keys({
      ...found.dependencies,
      ...found.optionalDependencies,
    }).filter(each => !buildTools.includes(each))) {
      const dependency = find(name, folder);
      if (dependency) {
        todo.push(dependency);
      } else if (!found.optionalDependencies?.[name]) {
        throw new Error(`${name} of ${found.name} is not installed`);
      }
    }
  }
  return [...seen.values()];
}
