import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Imports leave the ending out. */
const withoutEnding = (file: string) => file.replace(/\.[jt]sx?$/, '');

// File systems of macOS and Windows, and some bundlers, take such files for
// one.
it('has no two files whose names differ in case only', () => {
  const files = execFileSync('git', ['ls-files', '-z'], {
    cwd: path.resolve(__dirname, '..', '..', '..'),
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  const names = new Map<string, string>();
  const alike: string[][] = [];
  for (const name of files.split('\0').filter(Boolean).map(withoutEnding)) {
    const other = names.get(name.toLowerCase());
    if (other && other !== name) {
      alike.push([other, name]);
    }
    names.set(name.toLowerCase(), name);
  }
  expect(names.size).toBeGreaterThan(1_000);
  expect(alike).toEqual([]);
});
