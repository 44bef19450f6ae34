import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rules } from '@clusterworks/plugin-clusters-health';
import { archiveNames, readArchive } from '../archive/archives';
import * as kinds from '../cases/kinds';
import type { OwnCase } from '../cases/Case';
import { pageFile } from '../repositoryPaths';

const root = resolve(pageFile, '../..');
const HOME = 'https://github.com/clusterworks/clusterworks/blob/main/';
const page = readFileSync(resolve(root, 'docs/develop/judging.md'), 'utf8');

/** The cells of the rows of a table, without its head. */
function rowsUnder(heading: string): string[][] {
  const start = page.indexOf(`## ${heading}\n`);
  const end = page.indexOf('\n## ', start + 1);
  return page
    .slice(start, end < 0 ? undefined : end)
    .split('\n')
    .filter(line => line.startsWith('| '))
    .slice(2)
    .map(line => line.split(' | ').map(cell => cell.replace(/^\| | \|$/g, '')));
}

const named = (cell: string) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

/** Reads "`title`, `title` in [name](file), …". */
function testsIn(cell: string): { title: string; file: string }[] {
  return [...cell.matchAll(/((?:`[^`]+`(?:, )?)+) in \[[^\]]*\]\(([^)]*)\)/g)]
    .map(([, titles, file]) => ({ titles, file: file.replace(HOME, '') }))
    .flatMap(({ titles, file }) =>
      named(titles).map(title => ({ title, file })),
    );
}

/** Whether a file has the text as a whole string. */
function holdsTitle({ title, file }: { title: string; file: string }) {
  const path = resolve(root, file);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return [`'${title}'`, `"${title}"`, `\`${title}\``].some(one =>
    text.includes(one),
  );
}

const kindRows = rowsUnder('Kinds of fault');
const cases = new Set(
  archiveNames.flatMap(readArchive).map(({ name }) => name),
);

describe('docs/develop/judging.md', () => {
  it('has the sixteen kinds of fault', () => {
    expect(kindRows.map(([number]) => number)).toEqual(
      Array.from({ length: 16 }, (_, index) => `${index + 1}`),
    );
  });

  it.each(kindRows)(
    'proves kind %s with cases and tests that exist: %s',
    (_number, _kind, caseCell, testCell) => {
      const wanted = named(caseCell);
      expect(wanted.length).toBeGreaterThanOrEqual(2);
      expect(wanted.filter(name => !cases.has(name))).toEqual([]);
      const tests = testsIn(testCell);
      expect(tests).not.toEqual([]);
      expect(tests.filter(test => !holdsTitle(test))).toEqual([]);
    },
  );

  it('names two further cases of each kind', () => {
    const further = new Set(
      Object.values<OwnCase>(kinds).map(({ name }) => name),
    );
    const byKind = kindRows.map(
      ([, , cell]) => named(cell).filter(name => further.has(name)).length,
    );
    expect(byKind).toEqual(Array.from({ length: 16 }, () => 2));
  });

  it('names rules that exist', () => {
    const ids = new Set(rules.map(({ id }) => id));
    const mentioned = [
      ...rowsUnder('What changed in each rule'),
      ...rowsUnder('Remedies that did harm'),
    ].flatMap(([first]) => named(first));
    expect(mentioned.length).toBeGreaterThan(40);
    expect(mentioned.filter(id => !ids.has(id))).toEqual([]);
  });
});
