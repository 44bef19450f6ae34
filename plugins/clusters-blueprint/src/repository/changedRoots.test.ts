/* eslint-disable jest/no-standalone-expect -- itWithScripts makes tests */
import { renderCluster } from '../renderCluster';
import { itWithScripts, ScriptFolder } from '../__testUtils__/ScriptFolder';
import { specs } from '../__testUtils__/specs';

// Each test renders five clusters and runs programs.
jest.setTimeout(60_000);

const status = (name: string) => `clusters/dev/${name}/status.yaml`;

describe('changed-roots.sh', () => {
  let folder: ScriptFolder;

  beforeEach(() => {
    folder = new ScriptFolder();
  });
  afterEach(() => folder.remove());

  /** Environment and name of each root that the script prints. */
  function roots(...args: string[]): string[] {
    const { code, out, err } = folder.run('changed-roots.sh', ...args);
    expect([code, err]).toEqual([0, expect.anything()]);
    return JSON.parse(out).map(
      (each: any) => `${each.environment}/${each.name}`,
    );
  }

  const all = [
    'dev/argocd',
    'dev/china',
    'dev/minimal',
    'prod-eu/gov',
    'prod/general-gpu',
  ];

  itWithScripts('describe each root for a job of its own', () => {
    const { out } = folder.run('changed-roots.sh', '--all');
    const found = JSON.parse(out);
    expect(
      found.map((each: any) => `${each.environment}/${each.name}`),
    ).toEqual(all);
    expect(found[1]).toEqual({
      environment: 'dev',
      name: 'china',
      backend: 'backend.hcl',
      region: 'cn-northwest-1',
      partition: 'aws-cn',
      account: '',
      overlay: true,
      draining: false,
    });
    expect(found[3]).toMatchObject({
      region: 'us-gov-west-1',
      partition: 'aws-us-gov',
    });
    expect(found[4]).toMatchObject({
      backend: 'backend-123456789012.hcl',
      account: '123456789012',
      partition: 'aws',
    });
    expect(roots('--provisioned')).toEqual(['dev/minimal']);
    expect(roots('--root', 'prod/general-gpu')).toEqual(['prod/general-gpu']);
  });

  itWithScripts('leave the overlay of a handed over cluster to Argo CD', () => {
    const spec = specs.argocd;
    const gitops = { argocd: true, handedOver: true };
    folder.write(
      renderCluster({ ...spec, spec: { ...spec.spec, gitops } }).files,
    );
    const { out } = folder.run('changed-roots.sh', '--root', 'dev/argocd');
    expect(JSON.parse(out)[0].overlay).toBe(false);
  });

  itWithScripts.each<[string, string, string[]]>([
    ['its root', 'terraform/environments/dev/china/team_dns.tf', ['dev/china']],
    [
      'its overlay',
      'platform/overlays/dev/minimal/karpenter/x.yaml',
      ['dev/minimal'],
    ],
    ['a module', 'terraform/modules/cilium/main.tf', all],
    ['base values', 'platform/cilium/values.yaml', all],
    [
      'the backend file of an account',
      'terraform/backend-123456789012.hcl',
      ['prod/general-gpu'],
    ],
    [
      'the backend file without an account',
      'terraform/backend.hcl',
      all.filter(each => each !== 'prod/general-gpu'),
    ],
    ['a status', status('china'), []],
    ['a guide', 'clusters/dev/minimal/docs/deployment-quickstart.md', []],
    ['a script', 'scripts/x.sh', []],
    [
      'a name that is none',
      'terraform/environments/dev/$(touch hacked)/main.tf',
      [],
    ],
    ['a name with a line break', 'terraform/environments/dev/a\nb/main.tf', []],
  ])('find what a change of %s concerns', (_, path, expected) => {
    const before = folder.git('rev-parse', 'HEAD');
    folder.write({ [path]: 'changed\n' });
    folder.commit('Change');
    expect(roots(before, 'HEAD')).toEqual(expected);
    expect(folder.has('hacked')).toBe(false);
  });

  itWithScripts('take all roots where there is nothing to compare with', () => {
    expect(roots('0'.repeat(40), 'HEAD')).toEqual(all);
  });

  itWithScripts('warn of a cluster that is gone from git only', () => {
    const before = folder.git('rev-parse', 'HEAD');
    folder.git('rm', '-r', '--quiet', 'terraform/environments/dev/china');
    folder.commit('Remove');
    const { code, out, err } = folder.run('changed-roots.sh', before, 'HEAD');
    expect([code, JSON.parse(out)]).toEqual([0, []]);
    expect(err).toContain('::warning::dev/china is gone from git');
  });

  describe('a cluster that is being taken down', () => {
    const draining = renderCluster({
      ...specs.minimal,
      spec: { ...specs.minimal.spec, decommission: { stage: 'draining' } },
    }).files;
    beforeEach(() => {
      folder.write(draining);
      folder.commit('Drain');
    });

    itWithScripts('is drained, as its description says', () => {
      const { out } = folder.run('changed-roots.sh', '--root', 'dev/minimal');
      expect(JSON.parse(out)[0]).toMatchObject({
        name: 'minimal',
        draining: true,
      });
      expect(roots('--all')).toEqual(all);
    });

    itWithScripts('is not planned any more once its status is gone', () => {
      const before = folder.git('rev-parse', 'HEAD');
      folder.git('rm', '--quiet', status('minimal'));
      folder.write({ 'terraform/modules/cilium/main.tf': 'changed\n' });
      folder.commit('Destroyed');
      const left = all.filter(root => root !== 'dev/minimal');
      expect(roots('--all')).toEqual(left);
      expect(roots(before, 'HEAD')).toEqual(left);
      // The workflow that destroys it asks for it by name.
      expect(roots('--root', 'dev/minimal')).toEqual(['dev/minimal']);
    });

    itWithScripts('is described from the commit that still has it', () => {
      const before = folder.git('rev-parse', 'HEAD');
      folder.git('rm', '-r', '--quiet', 'terraform/environments/dev/minimal');
      folder.write({ 'terraform/environments/dev/china/main.tf': 'x\n' });
      const after = folder.commit('Remove');
      const { code, out, err } = folder.run(
        'changed-roots.sh',
        ...['--removed', before, 'HEAD'],
      );
      expect([code, err]).toEqual([0, '']);
      expect(JSON.parse(out)).toMatchObject([
        { environment: 'dev', name: 'minimal', backend: 'backend.hcl' },
      ]);
      expect(folder.git('worktree', 'list').split('\n')).toHaveLength(1);
      expect(roots('--removed', after, 'HEAD')).toEqual([]);
    });
  });

  itWithScripts('fail for a root without a backend file', () => {
    folder.write({
      'terraform/environments/dev/china/backend.tf': 'terraform {}\n',
    });
    const { code, err } = folder.run('changed-roots.sh', '--all');
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('china/backend.tf does not name its backend'),
    ]);
  });
});
