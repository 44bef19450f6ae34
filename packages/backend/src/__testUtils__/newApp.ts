import { readFileSync } from 'node:fs';
import path from 'node:path';

const template = path.join(
  path.dirname(require.resolve('@backstage/create-app/package.json')),
  'templates',
  'default-app',
);

/** A file of what `@backstage/create-app` makes. */
export function newAppFile(name: string): string {
  return readFileSync(path.join(template, name), 'utf8');
}

/** The packages that a workspace of a new app depends on. */
export function newAppPackages(workspace: string): string[] {
  const text = newAppFile(`${workspace}/package.json.hbs`);
  return [...text.matchAll(/^ {4}"((?:@[\w-]+\/)?[\w-]+)": "\^?[{\d]/gm)].map(
    ([, name]) => name,
  );
}
