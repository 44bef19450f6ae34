import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { processIo } from '../../io/CliIo';
import { addRenderCommand } from './addRenderCommand';

const fixture = readFileSync(
  require.resolve(
    '@clusterworks/plugin-clusters-spec/src/spec/__fixtures__/payments-dev.yaml',
  ),
  'utf8',
);

describe('clusters render', () => {
  let root: string;
  let out: string;
  let spec: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'clusters-render-'));
    out = join(root, 'platform-repository');
    spec = join(root, 'cluster.yaml');
    writeFileSync(spec, fixture);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** Runs the command; gives exit code, or the error, and what it printed. */
  async function run(...args: string[]) {
    const printed = { out: '', err: '' };
    let code = -1;
    const program = new Command('clusters').exitOverride();
    addRenderCommand(
      program,
      {
        ...processIo(),
        write: text => (printed.out += text),
        writeError: text => (printed.err += text),
        now: () => new Date('2026-11-22T10:00:00Z'),
      },
      value => {
        code = value;
      },
    );
    await program.parseAsync([
      'node',
      'clusters',
      'render',
      '--spec',
      spec,
      '--out',
      out,
      ...args,
    ]);
    return { code, ...printed };
  }

  const file = (path: string) => join(out, path);

  it('writes the tree, and has nothing to do the second time', async () => {
    expect(await run('--check')).toMatchObject({ code: 1 });
    expect(() => statSync(out)).toThrow('ENOENT');

    const first = await run();
    expect(first.code).toBe(0);
    expect(first.out).toContain('A private cluster in eu-west-1');
    expect(first.err).toContain('warning endpoint-needs-route');
    // The given text, with the image release that must be pinned.
    expect(
      readFileSync(file('clusters/dev/payments-dev/cluster.yaml'), 'utf8'),
    ).toMatch(/^ {4}amiRelease: v\d{8}$/m);
    expect(
      statSync(file('scripts/apply-karpenter-nodes.sh')).mode & 0o111,
    ).toBe(0o111);
    // No staging files are left.
    expect(readdirSync(out).filter(name => name.startsWith('.'))).toEqual([]);

    expect(await run('--check')).toMatchObject({ code: 0, out: '' });
    const second = await run();
    expect(second.out).toContain('0 written, 0 deleted');
  });

  it('deletes what the spec no longer asks for, and its empty folder', async () => {
    await run();
    const addons = 'platform/overlays/dev/payments-dev/addons';
    statSync(file(addons));
    writeFileSync(
      spec,
      `${fixture.replace(
        '      - name: gpu\n        preset: gpu\n',
        '',
      )}  addons: { ebsCsiDriver: { enabled: false } }\n`,
    );
    expect((await run('--check')).out).toContain(`would delete ${addons}`);
    expect((await run()).code).toBe(0);
    expect(() => statSync(file(addons))).toThrow('ENOENT');
    expect((await run('--check')).code).toBe(0);
  });

  it('settles versions that an older cluster.yaml does not name, and shows it first', async () => {
    await run();
    const yaml = 'clusters/dev/payments-dev/cluster.yaml';
    const settled = readFileSync(file(yaml), 'utf8');
    writeFileSync(file(yaml), fixture);
    const check = await run('--check');
    expect(check.code).toBe(1);
    expect(check.out).toContain(`would write ${yaml}`);
    expect(check.err).toContain('warning values-settled');
    await run();
    expect(readFileSync(file(yaml), 'utf8')).toBe(settled);
  });

  it('downgrades versions only with the option', async () => {
    await run();
    writeFileSync(
      spec,
      fixture.replace(
        'profile: stable',
        'profile: stable\n    karpenter: 1.14.2',
      ),
    );
    await expect(run()).rejects.toThrow('Karpenter would go from 1.14.3');
    expect((await run('--allow-version-steps')).code).toBe(0);
  });

  it('refuses a bad spec with all problems, and writes nothing', async () => {
    writeFileSync(
      spec,
      fixture
        .replace('10.40.0.0/16', '10.40.1.0/16')
        .replace('zones: 3', 'zonse: 3'),
    );
    await expect(run()).rejects.toThrow(
      /2 problems:[^]*the network is 10.40.0.0\/16[^]*did you mean "zones"/,
    );
    expect(() => statSync(out)).toThrow('ENOENT');
  });

  it('merges edits with the base from git history, else reports a conflict', async () => {
    const values = 'platform/overlays/dev/payments-dev/cilium-values.yaml';
    await run();
    const generated = readFileSync(file(values), 'utf8');
    writeFileSync(file(values), `# ours\n${generated}`);
    writeFileSync(
      spec,
      fixture.replace('  network:', '  cilium: { hubble: false }\n  network:'),
    );

    const before = readFileSync(
      file('clusters/dev/payments-dev/cluster.yaml'),
      'utf8',
    );
    const refused = await run();
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(`conflict: ${values} was edited by hand`);
    expect(refused.err).toContain('Nothing was written.');
    expect(
      readFileSync(file('clusters/dev/payments-dev/cluster.yaml'), 'utf8'),
    ).toBe(before);

    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-C', out, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args],
        { stdio: 'pipe' },
      );
    git('init', '--quiet');
    writeFileSync(file(values), generated);
    git('add', '--', '.');
    git('commit', '--quiet', '-m', 'generated');
    writeFileSync(file(values), `# ours\n${generated}`);

    expect((await run()).code).toBe(0);
    const merged = readFileSync(file(values), 'utf8');
    expect(merged).toContain('# ours');
    expect(merged).toContain('hubble:\n  enabled: false');
    expect((await run('--check')).code).toBe(0);
  });

  it('holds the spec against the other specs of the tree', async () => {
    await run();
    writeFileSync(
      spec,
      fixture.replace('environment: dev', 'environment: prod'),
    );
    await expect(run()).rejects.toThrow('names are unique in the fleet');
  });

  it('follows no symbolic link out of the tree', async () => {
    const elsewhere = join(root, 'elsewhere');
    mkdirSync(elsewhere);
    mkdirSync(out);
    symlinkSync(elsewhere, file('platform'));
    await expect(run()).rejects.toThrow('by a symbolic link');
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('takes --spec from a path that does not exist as an error', async () => {
    spec = join(root, 'missing.yaml');
    await expect(run()).rejects.toThrow('ENOENT');
  });
});
