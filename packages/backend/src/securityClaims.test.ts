import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { testTitles } from './__testUtils__/testTitles';

const root = path.resolve(__dirname, '..', '..', '..');

const HOME = 'https://github.com/clusterworks/clusterworks/blob/main/';

const read = (page: string) => readFileSync(path.join(root, page), 'utf8');

/** A claim of a page, and the tests that it names as its proof. */
interface Claim {
  claim: string;
  proofs: { title: string; file: string }[];
}

/**
 * The rows of the tables of a text: the claim is in the first cell, its proof
 * in the last. A page in `docs` names files of the repository by their
 * address, as TechDocs needs it.
 */
function claimsOf(text: string): Claim[] {
  return text
    .split('\n')
    .filter(line => line.startsWith('| '))
    .map(line => line.split(/(?<!\\)\|/).map(cell => cell.trim()))
    .filter(([, claim]) => claim !== 'claim' && claim !== 'attack')
    .map(cells => ({
      claim: cells[1],
      proofs: proofsOf(cells.at(-2) ?? '').map(({ title, file }) => ({
        title,
        file: file.replace(HOME, ''),
      })),
    }));
}

const claims = claimsOf(
  /^## Claims\n([^]*?)^## /m.exec(read('SECURITY.md'))?.[1] ?? '',
);
const attacks = claimsOf(read('docs/develop/attacks.md'));

/** Reads "`title` and `title` in [name](file), …". */
function proofsOf(cell: string): Claim['proofs'] {
  return [...cell.matchAll(/((?:`[^`]+`(?:, | and )?)+) in \[.*?\]\((.*?)\)/g)]
    .map(([, titles, file]) => ({
      titles: titles.matchAll(/`([^`]+)`/g),
      file,
    }))
    .flatMap(({ titles, file }) =>
      [...titles].map(([, title]) => ({ title, file })),
    );
}

describe('the claims of SECURITY.md and the attacks that were tried', () => {
  it('are read', () => {
    expect(claims.length).toBeGreaterThan(30);
    expect(attacks.length).toBeGreaterThan(30);
  });

  it.each([...claims, ...attacks])(
    'name a test that exists: $claim',
    ({ proofs }) => {
      const missing = proofs.filter(
        ({ title, file }) =>
          !existsSync(path.join(root, file)) ||
          !testTitles(path.join(root, file)).includes(title),
      );
      expect(missing).toEqual([]);
      expect(proofs).not.toEqual([]);
    },
  );
});
