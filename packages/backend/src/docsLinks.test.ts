import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..', '..');
const pages = [
  ...globSync('*.md', { cwd: root }),
  ...globSync('docs/**/*.md', { cwd: root }),
  ...globSync('{packages,plugins}/*/README.md', { cwd: root }),
].sort();

/** The text without code, where brackets mean something else. */
function proseOf(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
    .replace(/^(```+)[^]*?^\1/gm, '')
    .replace(/`[^`\n]*`/g, '');
}

/** Targets of `[text](target)` and `![text](target)` that are files here. */
function relativeTargets(file: string): string[] {
  return [...proseOf(file).matchAll(/\]\(\s*<?([^)\s>]+)/g)]
    .map(([, target]) => target)
    .filter(target => !/^[a-z][a-z0-9+.-]*:/i.test(target));
}

/** The anchor that GitHub and MkDocs give to a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}

function hasAnchor(file: string, anchor: string): boolean {
  return readFileSync(path.join(root, file), 'utf8')
    .split('\n')
    .filter(line => /^#{1,6} /.test(line))
    .some(line => anchorOf(line.replace(/^#+ /, '')) === anchor);
}

function isBroken(file: string, target: string): boolean {
  const [link, anchor] = target.split('#');
  const found = link ? path.join(path.dirname(file), decodeURI(link)) : file;
  return (
    !existsSync(path.join(root, found)) ||
    (anchor !== undefined && found.endsWith('.md') && !hasAnchor(found, anchor))
  );
}

describe('relative links and images', () => {
  it('are looked for in the pages that exist', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['README.md', 'docs/index.md']),
    );
    expect(relativeTargets('README.md').length).toBeGreaterThan(20);
  });

  it.each(pages)('of %s lead somewhere', file => {
    expect(
      relativeTargets(file).filter(target => isBroken(file, target)),
    ).toEqual([]);
  });

  it('of docs stay in docs, as TechDocs needs it', () => {
    const leaving = pages
      .filter(file => file.startsWith('docs/'))
      .flatMap(file =>
        relativeTargets(file)
          .map(target => path.join(path.dirname(file), target))
          .filter(target => target && !target.startsWith('docs')),
      );
    expect(leaving).toEqual([]);
  });

  it('has every page of docs in the navigation of TechDocs', () => {
    const nav = readFileSync(path.join(root, 'mkdocs.yml'), 'utf8');
    const missing = pages
      .filter(file => file.startsWith('docs/'))
      .map(file => file.replace('docs/', ''))
      .filter(file => !nav.includes(`: ${file}`));
    expect(missing).toEqual([]);
  });
});
