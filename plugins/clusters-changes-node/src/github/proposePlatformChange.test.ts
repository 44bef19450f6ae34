import type {
  FaultyProxy,
  SimulatedGithub,
} from '@clusterworks/github-simulator';
import { readRecord, sha256 } from '@clusterworks/plugin-clusters-blueprint';
import { smallSpec } from '@clusterworks/test-support';
import { PlatformUnderTest } from '../__testUtils__/PlatformUnderTest';

jest.setTimeout(60_000);

const branch = 'clusterworks/platform-files';
const record = '.github/.generated.json';
const workflow = '.github/workflows/terraform-plan.yaml';
const agents = 'platform/cilium/values.yaml';

describe('proposePlatformChange', () => {
  let platform: PlatformUnderTest;
  let github: SimulatedGithub;
  let proxy: FaultyProxy;

  beforeEach(async () => {
    platform = await PlatformUnderTest.start();
    ({ github, proxy } = platform);
  });

  afterEach(() => platform.stop());

  const body = (number: number) => github.repository.pulls.get(number)?.body;

  /** Makes a shared file one of an earlier release. */
  async function age(path: string) {
    const at = 'platform/.generated.json';
    const old = `# earlier\n${await github.repository.readFile(path)}`;
    const text = (await github.repository.readFile(at)) ?? '';
    const { files = {} } = readRecord(text) ?? {};
    await github.repository.commit({
      message: 'An earlier release',
      write: {
        [path]: old,
        [at]: text.replace(files[path], sha256(old)),
      },
    });
  }

  it('prepares a repository, leaves what exists, and is done then', async () => {
    const output = await platform.proposePlatform();
    expect(output).toMatchObject({ changed: true, branch, effects: [] });
    // GitHub makes a README for a new repository.
    expect(output.left.map(({ path }) => path)).toEqual(['README.md']);
    expect(github.repository.pulls.get(1)).toMatchObject({
      title: 'Prepare the platform repository',
      base: 'main',
    });
    expect(body(1)).toContain('\n\n### Left as it is\n\n');
    // Spaces at the end of a line break it.
    expect(body(1)).not.toMatch(/ $/m);
    expect(body(1)).toContain('- `README.md`: exists, but no record');
    expect(body(1)).toContain('Requested by `user:default/jane`.');
    const files = await github.repository.listFiles(branch);
    expect(files).toEqual(
      expect.arrayContaining([workflow, 'terraform/modules/cilium/main.tf']),
    );
    expect(files.filter(path => path.startsWith('clusters/'))).toEqual([]);

    const again = await platform.proposePlatform();
    expect(again.pullRequestNumber).toBe(1);
    const commits = await github.repository.git.log(`main..${branch}`);
    expect(commits).toHaveLength(1);
    await platform.merge(1);
    expect(await platform.proposePlatform()).toMatchObject({
      changed: false,
      files: [],
    });
  });

  it('then a cluster is its own files only, and a second run has nothing to do', async () => {
    await platform.proposePlatform();
    await platform.merge(1);
    const { files } = await platform.propose({ spec: smallSpec });
    expect(files.filter(path => !path.includes('dev/payments-dev/'))).toEqual(
      [],
    );
    await platform.merge(2);
    const { changed } = await platform.proposePlatform();
    expect(changed).toBe(false);
  });

  it('updates shared files, and says whom they roll; clusters refuse to', async () => {
    await platform.propose({ spec: smallSpec });
    await platform.merge(1);
    await github.repository.commit({
      message: 'A cluster that cannot be read',
      write: { 'clusters/dev/odd/cluster.yaml': 'kind: [' },
    });
    await age(agents);
    const edit = {
      ...smallSpec,
      metadata: { ...smallSpec.metadata, description: 'Payments' },
    };
    await expect(
      platform.propose({ spec: edit, operation: 'edit' }),
    ).rejects.toThrow(
      /platform\/\.generated\.json: is of another release of the generator: platform\/cilium\/values\.yaml would change for all clusters\. Prepare or update/,
    );
    const preview = await platform.preview(edit);
    expect(preview.conflicts.map(({ path }) => path)).toEqual([
      'platform/.generated.json',
    ]);

    const output = await platform.proposePlatform();
    expect(output.effects).toEqual([
      {
        effect: 'restarts the Cilium agents of all nodes at the next apply',
        files: [agents],
        clusters: ['payments-dev'],
      },
    ]);
    expect(body(2)).toContain(
      '- `platform/cilium/values.yaml`: restarts the Cilium agents of all nodes at the next apply. Clusters: `payments-dev`.',
    );
    expect(body(2)).toContain(
      '- `clusters/dev/odd/cluster.yaml` cannot be read: what this does to that cluster is **not known**',
    );
    await platform.merge(2);
    const { files } = await platform.propose({ spec: edit, operation: 'edit' });
    expect(files).toContain('clusters/dev/payments-dev/cluster.yaml');
    expect(files).not.toContain(agents);
  });

  it.each([403, 404, 422])(
    'writes the rest where GitHub answers %s to workflows',
    async status => {
      proxy.fail = {
        ...{ method: 'POST', path: /\/git\/trees$/, status },
        body: /"path":"\.github\/workflows\//,
      };
      const output = await platform.proposePlatform();
      expect(output.changed).toBe(true);
      expect(output.left).toEqual(
        expect.arrayContaining([
          {
            path: workflow,
            reason: expect.stringContaining('"Workflows: read and write"'),
          },
        ]),
      );
      expect(body(1)).toContain('GitHub refuses workflows from the portal');
      const files = await github.repository.listFiles(branch);
      expect(files).toContain('.github/scripts/plan-root.sh');
      expect(files).not.toContain(workflow);
      await platform.merge(1);

      proxy.fail = undefined;
      const later = await platform.proposePlatform();
      expect(later.files).toEqual([
        record,
        '.github/workflows/terraform-apply.yaml',
        '.github/workflows/terraform-destroy.yaml',
        '.github/workflows/terraform-drift.yaml',
        workflow,
      ]);
    },
  );

  it('fails where GitHub takes nothing at all, and leaves no branch', async () => {
    proxy.fail = { method: 'POST', path: /\/git\/trees$/, status: 403 };
    await expect(platform.proposePlatform()).rejects.toThrow(
      /GitHub answered 403 to POST/,
    );
    expect(await platform.branches()).toEqual(['refs/heads/main']);
  });

  it('puts the branch back when the pull request fails', async () => {
    proxy.fail = { method: 'POST', path: /\/pulls$/, status: 500 };
    await expect(platform.proposePlatform()).rejects.toThrow(/500/);
    expect(await platform.branches()).toEqual(['refs/heads/main']);
  });

  it('adds to what somebody else asked for, and keeps the commits of people', async () => {
    await platform.propose({ spec: smallSpec });
    await platform.merge(1);
    await platform.proposePlatform();
    await age(agents);
    const joe = { ref: 'user:default/joe', groups: [] };
    await platform.proposePlatform(joe);
    const commits = await github.repository.git.log(`main..${branch}`);
    expect(
      commits.map(
        ({ message }) => /by: user:default\/(\w+)/.exec(message)?.[1],
      ),
    ).toEqual(expect.arrayContaining(['jane', 'joe']));
    expect(body(2)).toContain(
      'Requested by `user:default/jane`, changed by `user:default/joe`.',
    );
    await github.repository.commit({
      ...{ branch, message: 'By hand' },
      write: { 'notes.txt': 'mine\n' },
    });
    await expect(platform.proposePlatform()).rejects.toThrow(/has commits by/);
  });

  it('writes no workflows into a folder, where GitHub does not look', async () => {
    const output = await platform.proposePlatform(undefined, { path: 'infra' });
    expect(output.files).toContain('terraform/modules/cilium/main.tf');
    expect(
      output.files.filter(path => path.startsWith('.github/workflows/')),
    ).toEqual([]);
    expect(body(1)).toContain(
      'was not written, because GitHub reads it in the root',
    );
  });
});
