import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../main';
import { memoryIo } from '../../testing/memoryIo';

const fixture = readFileSync(
  require.resolve(
    '@clusterworks/plugin-clusters-spec/src/spec/__fixtures__/payments-dev.yaml',
  ),
  'utf8',
);
const agents = 'platform/cilium/values.yaml';

// Renders whole trees, and runs git.
jest.setTimeout(60_000);

describe('clusters init', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'clusters-init-'));
    git('init', '--quiet');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function git(...args: string[]): string {
    return execFileSync(
      'git',
      ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args],
      { encoding: 'utf8' },
    );
  }

  function commit(message: string): void {
    git('add', '--all');
    git('commit', '--quiet', '--message', message);
  }

  /** Runs the command line; gives exit code and what it printed. */
  async function run(command: string, ...args: string[]) {
    const io = memoryIo({ 'cluster.yaml': fixture });
    const code = await main(
      ['node', 'clusters', command, '--out', root, ...args],
      io,
    );
    return { code, out: io.out, err: io.err };
  }

  const write = (path: string, text: string) =>
    writeFileSync(join(root, path), text);
  const read = (path: string) => readFileSync(join(root, path), 'utf8');

  it('prepares a repository, a cluster adds its own files only, and then there is nothing to do', async () => {
    const first = await run('init', '--base-branch', 'trunk');
    expect([first.code, first.err]).toEqual([0, '']);
    expect(read('.github/workflows/terraform-apply.yaml')).toContain(
      "branches: ['trunk']",
    );
    expect(
      statSync(join(root, '.github/scripts/plan-root.sh')).mode % 0o1000,
    ).toBe(0o755);
    commit('Prepare');
    expect((await run('render', '--spec', 'cluster.yaml')).err).not.toContain(
      'shared-files',
    );
    git('add', '--all');
    const added = git('diff', '--cached', '--name-status').trim().split('\n');
    expect(added.length).toBeGreaterThan(10);
    expect(
      added.filter(line => !/^A\t.*\/dev\/payments-dev\//.test(line)),
    ).toEqual([]);
    commit('Create');
    const second = await run('init', '--base-branch', 'trunk');
    expect([second.code, second.out, second.err]).toEqual([
      0,
      'Nothing to do: the platform repository is up to date\n',
      '',
    ]);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('leaves files that exist, and names them', async () => {
    write('README.md', '# Ours\n');
    const { code, err } = await run('init');
    expect([code, err]).toEqual([
      0,
      'left as it is: README.md exists, but no record says that it was generated\n',
    ]);
    expect(read('README.md')).toBe('# Ours\n');
  });

  it('says what an update does to whom, with --check without writing', async () => {
    await run('init');
    await run('render', '--spec', 'cluster.yaml');
    const now = read(agents);
    const old = `# earlier\n${now}`;
    const { createHash } = jest.requireActual('node:crypto');
    const hash = (text: string) =>
      createHash('sha256').update(text).digest('hex');
    write(agents, old);
    write(
      'platform/.generated.json',
      read('platform/.generated.json').replace(hash(now), hash(old)),
    );
    const rendered = await run('render', '--spec', 'cluster.yaml', '--check');
    expect(rendered.err).toContain(
      'warning shared-files: platform/.generated.json is of another release',
    );
    const checked = await run('init', '--check');
    expect([checked.code, checked.out]).toEqual([
      1,
      expect.stringContaining(
        `${agents}: restarts the Cilium agents of all nodes at the next apply (payments-dev)\nwould write ${agents}\n`,
      ),
    ]);
    expect(read(agents)).toBe(old);
    expect((await run('init')).code).toBe(0);
    expect(read(agents)).toBe(now);
  });

  it('writes nothing when a shared file would lose an edit', async () => {
    mkdirSync(join(root, 'policies'));
    write('policies/network-policies.yaml', 'mine: true\n');
    const { code, err } = await run('init');
    expect([code, err]).toEqual([
      2,
      'conflict: policies/network-policies.yaml exists, but no record says that it was generated\nNothing was written.\n',
    ]);
    expect(git('status', '--porcelain')).toBe('?? policies/\n');
  });

  it.each([
    [['--code-owner', '/x'], '--code-owner: must name at least one owner'],
    [['--code-owner', '/x acme'], '--code-owner: must be @user'],
    [['--base-branch', "a'b"], '--base-branch: must be a branch name'],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await run('init', ...args);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('writes the given CODEOWNERS', async () => {
    await run('init', '--code-owner', '* @acme/platform @jane');
    expect(read('.github/CODEOWNERS')).toMatch(/\n\* @acme\/platform @jane\n$/);
  });
});
