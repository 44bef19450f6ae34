import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallSpec } from '@clusterworks/test-support';
import { readFleet } from './readFleet';

const spec = (name: string) =>
  JSON.stringify({ ...smallSpec, metadata: { ...smallSpec.metadata, name } });

describe('readFleet', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'read-fleet-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function fileOf(name: string): string {
    const folder = join(root, 'clusters', 'dev', name);
    mkdirSync(folder, { recursive: true });
    return join(folder, 'cluster.yaml');
  }

  it.each<[string, (file: string) => void]>([
    ['an endless device', file => symlinkSync('/dev/zero', file)],
    ['a pipe', file => execFileSync('mkfifo', [file])],
    ['a file outside', file => symlinkSync(join(root, 'elsewhere'), file)],
    ['a folder', file => mkdirSync(file)],
    ['an endless comment', file => writeFileSync(file, '#'.repeat(2 ** 20))],
    ['an alias bomb', file => writeFileSync(file, aliasBomb())],
  ])('is not hindered by %s beside it', async (_, make) => {
    writeFileSync(join(root, 'elsewhere'), spec('elsewhere'));
    writeFileSync(fileOf('good'), spec('good'));
    make(fileOf('bad'));
    const names = (await readFleet(root)).map(({ metadata }) => metadata.name);
    expect(names).toEqual(['good']);
  });
});

function aliasBomb(): string {
  const keys = 'abcdefghi'.split('');
  return keys
    .map((key, index) =>
      index === 0
        ? 'a: &a [x, x, x, x, x, x, x, x, x]'
        : `${key}: &${key} [${`*${keys[index - 1]},`.repeat(9)}]`,
    )
    .join('\n');
}
