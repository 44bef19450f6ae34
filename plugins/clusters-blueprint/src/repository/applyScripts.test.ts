/* eslint-disable jest/no-standalone-expect -- itWithScripts makes tests */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderCluster } from '../renderCluster';
import { specs } from '../__testUtils__/specs';
import { itWithScripts, ScriptFolder } from '../__testUtils__/ScriptFolder';
import { writeFiles } from '../__testUtils__/tools';

// Each test renders five clusters and runs programs.
jest.setTimeout(60_000);

// Real bash, git and jq; terraform and gh are stand-ins.
describe('the scripts that plan and apply', () => {
  let folder: ScriptFolder;

  beforeEach(() => {
    folder = new ScriptFolder();
  });
  afterEach(() => folder.remove());

  describe('plan and apply', () => {
    const changes = (...list: [string, string[]][]) =>
      JSON.stringify({
        resource_changes: list.map(([address, actions]) => ({
          address,
          change: { actions, after: { password: 'secret' } },
        })),
      });

    /** A stand-in for terraform, with the result of a plan. */
    function terraform(plan: string, code = 2, text = 'Plan: 1 to add') {
      folder.write({ 'plan.json.out': plan, 'plan.text.out': text });
      folder.fake(
        'terraform',
        `printf '%s\\n' "$*" >>"$ROOT/log"
case "$*" in
  *" plan "*) cat "$ROOT/plan.text.out"; [[ "$*" != *-detailed-exitcode* ]] || exit ${code} ;;
  *" show "*) cat "$ROOT/plan.json.out" ;;
  *" lock "*) touch "$ROOT/terraform/environments/dev/minimal/.terraform.lock.hcl" ;;
esac`,
      );
    }
    const calls = () => folder.read('log');
    const plan = () =>
      folder.run('plan-root.sh', 'dev', 'minimal', 'plans/plan-dev-minimal');
    const planned = (file: string) =>
      folder.read(`plans/plan-dev-minimal/${file}`);
    const result = () => JSON.parse(planned('root.json')).result;

    beforeEach(() => folder.write({ 'terraform/backend.hcl': '' }));

    const one = changes(
      ['aws_b', ['update']],
      ['aws_a', ['delete', 'create']],
      ['aws_c', ['no-op']],
      ['data.aws_d', ['read']],
    );

    itWithScripts('keep addresses and actions of a plan, and no values', () => {
      terraform(one);
      expect(plan().code).toBe(0);
      expect(result()).toBe('changed');
      expect(JSON.parse(planned('changes.json'))).toEqual([
        { address: 'aws_a', actions: ['delete', 'create'] },
        { address: 'aws_b', actions: ['update'] },
      ]);
      expect(calls()).toContain('-backend-config=../../../backend.hcl');
      expect(calls()).toContain('-lock=false');
    });

    itWithScripts.each([
      ['nothing to do', 0, 'unchanged', 0],
      ['a failure', 1, 'error', 1],
    ])('tell %s', (_, code, expected, exit) => {
      terraform(changes(), code);
      expect(plan().code).toBe(exit);
      expect(result()).toBe(expected);
    });

    itWithScripts('name a state bucket that is missing', () => {
      rmSync(join(folder.path, 'terraform/backend.hcl'));
      terraform(one);
      expect(plan().code).toBe(1);
      expect(planned('plan.txt')).toContain(
        'terraform/backend.hcl is not in git',
      );
      expect(result()).toBe('error');
    });

    itWithScripts('apply what was approved, with locked providers', () => {
      terraform(one);
      plan();
      const { code, err } = folder.run(
        'apply-root.sh',
        'dev',
        'minimal',
        'plans/plan-dev-minimal/changes.json',
      );
      expect([code, err]).toEqual([0, '']);
      expect(calls()).toContain('providers lock');
      expect(calls()).toContain('-lockfile=readonly');
      expect(calls().trim().split('\n').at(-1)).toContain(' apply ');
    });

    itWithScripts('apply nothing else than what was approved', () => {
      terraform(one);
      plan();
      terraform(changes(['aws_b', ['update']], ['aws_a', ['delete']]));
      const { code, err } = folder.run(
        'apply-root.sh',
        'dev',
        'minimal',
        'plans/plan-dev-minimal/changes.json',
      );
      expect(code).toBe(1);
      expect(err).toContain('no longer the one that was approved');
      expect(calls()).not.toContain(' apply ');
    });

    const approved = 'plans/plan-dev-minimal/changes.json';
    const drained = () =>
      folder.write(
        renderCluster({
          ...specs.minimal,
          spec: { ...specs.minimal.spec, decommission: { stage: 'draining' } },
        }).files,
      );

    itWithScripts('never create parts of a cluster that is taken down', () => {
      drained();
      terraform(
        changes(['aws_a', ['delete', 'create']], ['aws_b', ['update']]),
      );
      plan();
      const { code, err } = folder.run(
        ...['apply-root.sh', 'dev', 'minimal', approved],
      );
      expect(code).toBe(1);
      expect(err).toContain('dev/minimal is being taken down');
      expect(calls()).not.toContain(' apply ');
      terraform(changes(['aws_b', ['update']]));
      plan();
      expect(
        folder.run(...['apply-root.sh', 'dev', 'minimal', approved]).code,
      ).toBe(0);
    });

    describe('destroy', () => {
      /** Stand-ins for AWS and the cluster. */
      function account(cluster: { claims?: string; missing?: boolean } = {}) {
        folder.fake('sleep', 'exit 0');
        folder.fake(
          'aws',
          `printf 'aws %s\\n' "$*" >>"$ROOT/log"
case "$*" in
  *describe-cluster*) ${
    cluster.missing
      ? 'echo "An error occurred (ResourceNotFoundException)" >&2; exit 254'
      : 'echo ACTIVE'
  } ;;
  *describe-network-interfaces*) echo eni-1 eni-2 ;;
esac`,
        );
        folder.fake(
          'kubectl',
          `printf 'kubectl %s\\n' "$*" >>"$ROOT/log"
case "$*" in
  *'get nodeclaims'*) printf '%s' '${cluster.claims ?? ''}' ;;
esac`,
        );
        terraform(changes(['aws_a', ['delete']]), 2, 'Plan: 1 to destroy');
      }
      const destroy = () => {
        folder.run(
          'plan-root.sh',
          ...['dev', 'minimal', 'plans/plan-dev-minimal', 'destroy'],
        );
        return folder.run('destroy-root.sh', 'dev', 'minimal', approved);
      };

      itWithScripts('lets Karpenter clean up first, and sweeps', () => {
        drained();
        account();
        expect(destroy()).toMatchObject({ code: 0, err: '' });
        const done = calls()
          .split('\n')
          .filter(line => /delete|destroy| apply /.test(line));
        expect(done).toEqual([
          expect.stringContaining(' plan -destroy '),
          'kubectl --context minimal delete nodepools.karpenter.sh --all --timeout=5m',
          'kubectl --context minimal delete ec2nodeclasses.karpenter.k8s.aws --all --timeout=5m',
          expect.stringMatching(/delete-network-interface .* eni-1$/),
          expect.stringMatching(/delete-network-interface .* eni-2$/),
          expect.stringContaining(' plan -destroy '),
          expect.stringContaining(' apply '),
        ]);
      });

      itWithScripts.each<[string, () => void, string]>([
        [
          'a cluster that is not taken down',
          () => account(),
          'dev/minimal is not being taken down',
        ],
        [
          'nodes that still run',
          () => {
            drained();
            account({ claims: 'nodeclaim.karpenter.sh/general-1' });
          },
          'nodes of Karpenter still run',
        ],
      ])('refuses %s', (_, prepare, message) => {
        prepare();
        const { code, err } = destroy();
        expect([code, err]).toEqual([1, expect.stringContaining(message)]);
        expect(calls()).not.toMatch(/ delete | apply /);
      });

      itWithScripts('goes on where the cluster is gone already', () => {
        drained();
        account({ missing: true });
        expect(destroy().code).toBe(0);
        expect(calls()).not.toContain('kubectl');
        expect(calls()).toContain(' apply ');
      });

      itWithScripts.each([
        ['no state', '', 0, 'has nothing of dev/minimal'],
        [
          'an empty one',
          '{"resources":[{"mode":"data","type":"aws_region"}]}',
          0,
          'has nothing of dev/minimal',
        ],
        [
          'resources',
          '{"resources":[{"mode":"managed"},{"mode":"managed"}]}',
          1,
          'still has 2 resources of dev/minimal',
        ],
      ])('is over when the state has %s', (_, state, code, message) => {
        folder.fake(
          'terraform',
          `[[ "$*" != *'state pull'* ]] || printf '%s' '${state}'`,
        );
        const checked = folder.run('check-destroyed.sh', 'dev', 'minimal');
        expect(checked).toMatchObject({ code, err: '' });
        expect(checked.out).toContain(message);
      });
    });

    itWithScripts('report plans that hold anything, within bounds', () => {
      terraform(one, 2, `${'x'.repeat(90_000)}\n\`\`\`\`\n@everyone`);
      plan();
      folder.write({
        'plans/plan-dev-china/root.json':
          '{"environment":"dev","name":"china","result":"unchanged"}',
        'plans/plan-dev-china/changes.json': '[]',
        'plans/plan-dev-china/plan.txt': 'No changes.',
      });
      const { code, out } = folder.run(
        'plans-report.sh',
        join(folder.path, 'plans'),
      );
      expect(code).toBe(0);
      expect(out).toContain('| `dev/minimal` | 0 | 1 | **1** | 0 |');
      expect(out).toContain('| `dev/china` | nothing to do | | | |');
      expect(out).not.toContain('No changes.');
      expect(out).toContain('bytes are left out');
      expect(out.length).toBeLessThan(62_000);
      // The fence is longer than the one in the text.
      expect(out.match(/^`{5}$/gm)).toHaveLength(2);
    });

    itWithScripts('apply only roots with something to do', () => {
      const root3 = (name: string, overlay: boolean) => ({
        ...{ environment: 'dev', name, overlay },
      });
      const { stdout } = spawnSync(
        'jq',
        [
          '-cn',
          '--argjson',
          'roots',
          JSON.stringify([
            root3('changed', false),
            root3('same', false),
            root3('same-with-overlay', true),
            { ...root3('same-and-drained', false), draining: true },
            root3('failed', true),
            root3('lost', true),
          ]),
          '--argjson',
          'plans',
          JSON.stringify([
            { environment: 'dev', name: 'changed', result: 'changed' },
            { environment: 'prod', name: 'same', result: 'changed' },
            { environment: 'dev', name: 'same', result: 'unchanged' },
            {
              environment: 'dev',
              name: 'same-with-overlay',
              result: 'unchanged',
            },
            {
              environment: 'dev',
              name: 'same-and-drained',
              result: 'unchanged',
            },
            { environment: 'dev', name: 'failed', result: 'error' },
          ]),
          '-f',
          join(folder.path, '.github/scripts/to-apply.jq'),
        ],
        { encoding: 'utf8' },
      );
      expect(JSON.parse(stdout).map((each: any) => each.name)).toEqual([
        'changed',
        'same-with-overlay',
        'same-and-drained',
      ]);
    });
  });

  describe('publish', () => {
    let remote: string;

    beforeEach(() => {
      remote = mkdtempSync(join(tmpdir(), 'clusterworks-remote-'));
      spawnSync('git', ['init', '--bare', '--quiet', remote]);
      folder.git('remote', 'add', 'origin', remote);
      folder.git('push', '--quiet', 'origin', 'main');
      folder.git('branch', '--set-upstream-to=origin/main');
      folder.fake(
        'terraform',
        `printf '%s' '{"eksName":"minimal","accountId":"123456789012","endpoint":"https://x.eks.amazonaws.com","certificateAuthority":"QQ==","interruptionQueue":"minimal-karpenter"}'`,
      );
      folder.fake(
        'gh',
        `printf '%s\\n' "$*" >>"$ROOT/log"
[[ "$*" != "pr list"* ]] || echo 0`,
      );
      folder.write({
        'terraform/environments/dev/minimal/.terraform.lock.hcl': '# lock\n',
      });
    });
    afterEach(() => rmSync(remote, { recursive: true, force: true }));

    const publish = () =>
      folder.run('publish-status.sh', 'dev', 'minimal', 'main');
    const onRemote = (...args: string[]) =>
      spawnSync('git', ['-C', remote, ...args], { encoding: 'utf8' }).stdout;

    itWithScripts('push status and lock file, beside another push', () => {
      const other = folder.git('rev-parse', 'HEAD');
      folder.write({ 'elsewhere.txt': 'x\n' });
      folder.git('add', 'elsewhere.txt');
      folder.git('commit', '--quiet', '--message', 'Elsewhere');
      folder.git('push', '--quiet', 'origin', 'main');
      folder.git('reset', '--hard', '--quiet', other);
      folder.write({
        'terraform/environments/dev/minimal/.terraform.lock.hcl': '# lock\n',
      });
      const { code, err } = publish();
      expect([code, err]).toEqual([0, expect.anything()]);
      expect(onRemote('log', '--format=%s', 'main').trim().split('\n')).toEqual(
        [
          'Lock the providers of minimal',
          'Publish the status of minimal',
          'Elsewhere',
          'Clusters',
        ],
      );
      const before = onRemote('rev-parse', 'main');
      expect(publish().code).toBe(0);
      expect(onRemote('rev-parse', 'main')).toBe(before);
    });

    itWithScripts('take the status of a destroyed cluster away', () => {
      const gone = () =>
        folder.run('publish-status.sh', 'dev', 'minimal', 'main', 'gone');
      expect(gone()).toMatchObject({ code: 0 });
      expect(onRemote('log', '-1', '--format=%s', 'main').trim()).toBe(
        'Remove the status of minimal, which is destroyed',
      );
      expect(onRemote('ls-tree', '-r', '--name-only', 'main')).not.toContain(
        'dev/minimal/status.yaml',
      );
      expect(gone()).toMatchObject({ code: 0, err: '' });
    });

    itWithScripts('open a pull request where the branch takes no push', () => {
      // No time is lost between the attempts.
      folder.fake('sleep', 'exit 0');
      writeFiles(remote, {
        'hooks/update':
          '#!/usr/bin/env bash\n[ "$1" != refs/heads/main ] || exit 1\n',
      });
      chmodSync(join(remote, 'hooks/update'), 0o755);
      const { code, err } = publish();
      expect([code, err]).toEqual([0, expect.anything()]);
      expect(onRemote('branch', '--list')).toContain(
        'clusterworks/status-minimal',
      );
      expect(folder.read('log')).toContain('pr create');
    });
  });
});
