import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(__dirname, '..', '..', '..');

/**
 * The repositories that configurations name, by the place of the
 * configuration.
 */
function repositoriesIn(where: string, text: string) {
  const repositories: object[] =
    parse(text)?.clusters?.platformRepositories ?? [];
  return repositories.map(repository => ({ where, repository }));
}

const files = globSync('app-config*.yaml', { cwd: root }).flatMap(file =>
  repositoriesIn(file, readFileSync(path.join(root, file), 'utf8')),
);
const pages = globSync(
  ['*.md', 'docs/**/*.md', '{packages,plugins,templates}/*/*.md'],
  { cwd: root },
).flatMap(file =>
  [
    ...readFileSync(path.join(root, file), 'utf8').matchAll(
      /^```ya?ml\n([^]*?platformRepositories:[^]*?)^```$/gm,
    ),
  ].flatMap(([, text]) => repositoriesIn(file, text)),
);

describe('every example of a platform repository', () => {
  it('is found', () => {
    expect(files.length).toBeGreaterThan(1);
    expect(pages).not.toEqual([]);
  });

  // Without this list, anybody may propose a cluster in the name of any group.
  it.each([...files, ...pages])(
    'says which groups may own clusters: $where',
    ({ repository }) => {
      expect(repository).toMatchObject({
        allowedOwnerGroups: expect.arrayContaining([expect.any(String)]),
      });
    },
  );
});
