import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Larger than any file that is rendered. */
const MOST_BYTES = 1024 * 1024;

const faults: Record<string, (path: string, outside: string) => void> = {
  'a link to an endless device': path => symlinkSync('/dev/zero', path),
  'a link out of the tree': (path, outside) =>
    symlinkSync(join(outside, 'secret'), path),
  'a link to a folder outside': (path, outside) => symlinkSync(outside, path),
  'a link to itself': path => symlinkSync(path, path),
  'a link to its own folder': path => symlinkSync('.', path),
  'a link to nothing': path => symlinkSync('/nowhere', path),
  'a pipe': path => execFileSync('mkfifo', [path], { stdio: 'ignore' }),
  'a folder': path => mkdirSync(path),
  'a checkout of a submodule': path => {
    mkdirSync(path);
    writeFileSync(join(path, '.git'), 'gitdir: ../../../.git/modules/x');
  },
  'a huge file': path => {
    writeFileSync(path, '');
    truncateSync(path, 2 ** 33);
  },
  'bytes that are no UTF-8': path =>
    writeFileSync(path, Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28])),
  'a file of the same name in capitals': path =>
    writeFileSync(join(dirname(path), basename(path).toUpperCase()), 'x'),
  'a name that is no UTF-8': path =>
    writeFileSync(
      Buffer.concat([Buffer.from(dirname(path)), Buffer.from([0x2f, 0xff])]),
      'x',
    ),
  'a deep tree': path =>
    mkdirSync(join(path, ...Array(300).fill('d')), { recursive: true }),
  'an executable file': path => {
    writeFileSync(path, 'x', { mode: 0o755 });
    chmodSync(path, 0o755);
  },
  'lines that end as on Windows': path => {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : 'a\n';
    writeFileSync(path, text.replaceAll('\n', '\r\n'));
  },
  'attributes of git': path =>
    writeFileSync(
      join(dirname(path), '.gitattributes'),
      '* text eol=crlf filter=x working-tree-encoding=UTF-16',
    ),
};

/** Those that are put beside the file, or leave its content readable. */
export const leavesFileReadable = new Set([
  'a file of the same name in capitals',
  'a name that is no UTF-8',
  'an executable file',
  'lines that end as on Windows',
  'attributes of git',
]);

/** Things that a hostile or careless commit may put in the place of a path. */
export const treeFaults: readonly string[] = Object.keys(faults);

/**
 * Puts something in the place of a path.
 *
 * @param what - one of {@link treeFaults}
 * @param outside - a folder outside of the tree that contains a file `secret`
 * @throws Error when something is there that is no regular file, or huge: a
 *   pipe would be waited for, what a link leads to would be changed, and reading
 *   a huge file takes minutes
 */
export function plantFault(what: string, path: string, outside: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found && (!found.isFile() || found.size > MOST_BYTES)) {
    throw new Error(`${path} is no regular file, or huge`);
  }
  faults[what](path, outside);
}
