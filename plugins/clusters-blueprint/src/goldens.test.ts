import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RECORD_FILE, sha256 } from './records';
import { renderCluster } from './renderCluster';
import { specs } from './__testUtils__/specs';

const directory = join(__dirname, '__goldens__');

/** Guides are printed whole for these, and as a hash for the others. */
const guidesOf = ['minimal', 'argocd', 'mesh'];

/** Files that are the same in most trees are printed in one tree only. */
function isLong(path: string, name: string): boolean {
  return (
    (path.endsWith('.md') && !guidesOf.includes(name)) ||
    (path.endsWith('/access/readers.yaml') && name !== 'minimal')
  );
}

function isShared(path: string): boolean {
  return !/^(clusters|platform\/overlays|terraform\/environments)\//.test(path);
}

/**
 * Left out: Terraform files, which have separate golden trees, and shared
 * files, which are assets.
 */
function isGolden(path: string): boolean {
  return (
    !path.startsWith('terraform/') &&
    !isShared(path) &&
    !path.endsWith(RECORD_FILE)
  );
}

/** A cluster's own files as one text: path, then content. */
function goldenText(name: string): string {
  const { files, warnings, summary } = renderCluster(specs[name], {
    today: '2026-11-22',
  });
  const parts = Object.entries(files)
    .filter(([path]) => isGolden(path))
    .map(([path, content]) =>
      isLong(path, name)
        ? `=== ${path} sha256:${sha256(content).slice(0, 12)}\n`
        : `=== ${path}\n${content}`,
    );
  const said = warnings.map(({ code, message }) => `${code}: ${message}\n`);
  return [`${summary}\n`, ...said, ...parts].join('');
}

/**
 * Golden trees: what each spec renders to, for people to read in a diff. To
 * accept a change: UPDATE_GOLDENS=1 yarn test src/goldens.test.ts
 */
describe('golden trees', () => {
  it.each(Object.keys(specs))('%s', name => {
    const file = join(directory, `${name}.txt`);
    const text = goldenText(name);
    if (process.env.UPDATE_GOLDENS || (!process.env.CI && !existsSync(file))) {
      mkdirSync(directory, { recursive: true });
      writeFileSync(file, text);
    }
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  it('have shared files with the same bytes for every spec', () => {
    const seen = new Map<string, string>();
    const wrong: string[] = [];
    for (const spec of Object.values(specs)) {
      for (const [path, content] of Object.entries(renderCluster(spec).files)) {
        // Two clusters write the same path only where both write the same.
        const before = seen.get(path);
        if (before !== undefined && (!isShared(path) || before !== content)) {
          wrong.push(path);
        }
        seen.set(path, content);
      }
    }
    expect(wrong).toEqual([]);
  });
});
