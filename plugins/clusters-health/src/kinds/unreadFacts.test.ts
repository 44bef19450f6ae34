import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { anyObject } from './__testUtils__/anyObject';
import { allKinds } from './kinds';

/** The code that works with facts. */
const READERS = [
  '..',
  '../../../clusters-backend/src',
  '../../../clusters-blueprint/src/import',
].map(folder => join(__dirname, folder));

/** The code in a folder, without tests and the declarations of facts. */
function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return /^(__testUtils__|kinds)$/.test(entry.name) ? [] : sources(path);
    }
    return /(?<!\.test)\.ts$/.test(entry.name)
      ? [readFileSync(path, 'utf8')]
      : [];
  });
}

/** Names of the facts in a value; names in maps such as labels are data. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(namesIn);
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [
        name,
        ...namesIn(inner),
      ])
    : [];
}

function wordsOf(folder: string): ReadonlySet<string> {
  const code = sources(folder)
    .join('\n')
    // Comments read nothing.
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  return new Set(code.match(/[A-Za-z_]\w*/g));
}

describe('facts', () => {
  const declared = wordsOf(__dirname);
  const read = new Set(READERS.flatMap(folder => [...wordsOf(folder)]));

  it.each(allKinds.map(kind => [kind.resource, kind] as const))(
    'that are kept of %s are read by a rule, a page or an import',
    (_, kind) => {
      const objects = fc.sample(anyObject(kind), { numRuns: 500, seed: 1 });
      const names = new Set(
        objects.flatMap(object => namesIn(kind.project(object))),
      );
      expect(names).toContain('name');
      const unread = [...names].filter(
        name => declared.has(name) && !read.has(name),
      );
      expect(unread).toEqual([]);
    },
  );
});
