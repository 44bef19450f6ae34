/* eslint-disable jest/no-standalone-expect -- itWith makes tests */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseClusterStatusYaml } from '@clusterworks/plugin-clusters-spec';
import { isExecutable } from './plan';
import { renderCluster } from './renderCluster';
import { specs } from './__testUtils__/specs';
import { hasTool, itWith, writeFiles } from './__testUtils__/tools';

const bash = process.platform !== 'win32' && hasTool('bash');

describe('scripts', () => {
  let root: string;
  let bin: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'clusterworks-scripts-'));
    bin = join(root, 'bin');
    const { files } = renderCluster(specs['general-gpu']);
    writeFiles(root, files);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  /** Puts a program on the path; `$*` are its arguments. */
  function fake(name: string, script: string): void {
    writeFiles(bin, { [name]: `#!/usr/bin/env bash\n${script}\n` });
    chmodSync(join(bin, name), 0o755);
  }

  function run(script: string, ...args: string[]) {
    const result = spawnSync('bash', [join(root, 'scripts', script), ...args], {
      encoding: 'utf8',
      env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, ROOT: root },
    });
    return { code: result.status, out: result.stdout, err: result.stderr };
  }

  itWith(hasTool('shellcheck'))('pass shellcheck', () => {
    const result = spawnSync(
      'shellcheck',
      [
        join(root, 'scripts/apply-karpenter-nodes.sh'),
        join(root, 'scripts/drain-karpenter-nodes.sh'),
        join(root, 'scripts/publish-cluster-status.sh'),
      ],
      { encoding: 'utf8' },
    );
    expect(result.stdout).toBe('');
    expect(result.status).toBe(0);
  });

  describe('apply-karpenter-nodes.sh', () => {
    /** A stand-in for kubectl. The answer to each call can be replaced. */
    const kubectl = (answers: {
      cluster?: string;
      real?: string;
      crd?: string;
      karpenter?: string;
      agents?: string;
    }) =>
      fake(
        'kubectl',
        `echo "$*" >>"$ROOT/calls"
case "$*" in
  *'config view'*) printf '%s' '${answers.cluster ?? 'general-gpu'}' ;;
  *'configmap cilium-config'*) printf '%s' '${answers.real ?? 'general-gpu'}' ;;
  *'get customresourcedefinition'*) ${answers.crd ?? 'exit 0'} ;;
  *'name=karpenter'*) printf '%s' '${answers.karpenter ?? '2'}' ;;
  *'io.cilium/app=operator'*) printf 2 ;;
  *'daemonset cilium'*) printf '%s' '${answers.agents ?? '2'}' ;;
  *'apply '*'-o name') printf '%s\\n' ec2nodeclass.karpenter.k8s.aws/default nodepool.karpenter.sh/general ;;
  *'get nodepools'*) printf '%s\\n' nodepool.karpenter.sh/general nodepool.karpenter.sh/old ;;
esac`,
      );
    const calls = () => readFileSync(join(root, 'calls'), 'utf8');

    itWith(bash).each([
      'general-gpu',
      'arn:aws:eks:eu-west-1:123456789012:cluster/general-gpu',
      'general-gpu.eu-west-1.eksctl.io',
    ])('finds the cluster of a context with %s', cluster => {
      kubectl({ cluster });
      const result = run('apply-karpenter-nodes.sh');
      expect(result.err).toBe('');
      expect(result.code).toBe(0);
      expect(result.out).toContain(
        'Cluster general-gpu, overlay platform/overlays/prod/general-gpu',
      );
      expect(calls()).toContain(
        `apply --server-side --field-manager=clusterworks -k ${root}/platform/overlays/prod/general-gpu -o name`,
      );
      expect(calls()).toContain('wait --for=condition=Ready');
      expect(result.out).toContain('Not in git: nodepool.karpenter.sh/old');
    });

    itWith(bash)('changes nothing in a dry run', () => {
      kubectl({});
      const result = run('apply-karpenter-nodes.sh', '--dry-run');
      expect(result.code).toBe(0);
      expect(result.out).toContain('Dry run: nothing was changed.');
      const applied = calls()
        .split('\n')
        .filter(line => line.includes('apply'));
      expect(applied).toHaveLength(1);
      expect(applied[0]).toContain('--dry-run=server');
    });

    itWith(bash).each([
      [{ cluster: 'other' }, [], 'platform/overlays has no cluster "other"'],
      [{ cluster: 'a b; rm -rf' }, [], 'cannot tell the cluster'],
      [
        { real: 'payments-prod' },
        ['--context', 'x', '--cluster', 'general-gpu'],
        'the context leads to cluster "payments-prod", not to "general-gpu"',
      ],
      [{ crd: 'exit 1' }, [], 'has no nodepools.karpenter.sh'],
      [{ karpenter: '' }, [], 'Karpenter has no available replica'],
      [{ agents: '0' }, [], 'no Cilium agent is ready'],
      [{}, ['--environment', 'dev'], 'no cluster "general-gpu" in dev'],
      [{}, ['--what'], 'unknown option: --what'],
      [{}, ['--context'], '--context needs a value'],
    ])('stops before anything is applied: %j %j', (answers, args, message) => {
      kubectl(answers);
      const result = run('apply-karpenter-nodes.sh', ...args);
      expect(result.code).toBe(1);
      expect(result.err).toContain(message);
      const seen = spawnSync('cat', [join(root, 'calls')], {
        encoding: 'utf8',
      }).stdout;
      expect(seen).not.toContain('apply');
    });

    itWith(bash)('asks where two environments have the name', () => {
      kubectl({});
      writeFiles(root, {
        'platform/overlays/dev/general-gpu/kustomization.yaml': '{}',
      });
      expect(run('apply-karpenter-nodes.sh').err).toContain(
        'more than one environment',
      );
      expect(
        run('apply-karpenter-nodes.sh', '--environment', 'prod').code,
      ).toBe(0);
    });
  });

  describe('publish-cluster-status.sh', () => {
    const outputs = {
      accountId: '123456789012',
      certificateAuthority: 'TFMwdA==',
      eksName: 'general-gpu',
      endpoint: 'https://ABC.gr7.eu-west-1.eks.amazonaws.com',
      interruptionQueue: 'general-gpu-karpenter',
    };
    const terraform = (values: object) =>
      fake('terraform', `printf '%s\\n' '${JSON.stringify(values)}'`);
    const git = (...args: string[]) =>
      spawnSync(
        'git',
        ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args],
        { encoding: 'utf8' },
      );
    const file = () =>
      readFileSync(join(root, 'clusters/prod/general-gpu/status.yaml'), 'utf8');

    itWith(bash)(
      'prints a status that the portal reads, and writes nothing',
      () => {
        terraform(outputs);
        const result = run(
          'publish-cluster-status.sh',
          '--dry-run',
          'prod',
          'general-gpu',
        );
        expect(result.err).toBe('');
        expect(parseClusterStatusYaml(result.out).status).toMatchObject(
          outputs,
        );
        expect(file).toThrow('ENOENT');
      },
    );

    itWith(bash)('commits once, and again only when something changed', () => {
      terraform(outputs);
      git('init', '--quiet');
      git('config', 'user.name', 't');
      git('config', 'user.email', 't@t');
      const publish = () =>
        run('publish-cluster-status.sh', '--no-push', 'prod', 'general-gpu');
      const count = () => git('rev-list', '--count', 'HEAD').stdout.trim();

      expect(publish()).toMatchObject({ code: 0 });
      expect(parseClusterStatusYaml(file()).metadata.name).toBe('general-gpu');
      expect(count()).toBe('1');
      expect(publish().out).toContain('is up to date');
      expect(count()).toBe('1');
      terraform({ ...outputs, interruptionQueue: 'other' });
      expect(publish().code).toBe(0);
      expect(count()).toBe('2');
    });

    itWith(bash).each([
      [['prod'], outputs, 'an environment and a cluster are needed'],
      [['prod', '../x'], outputs, '"../x" is not a name'],
      [['prod', 'nobody'], outputs, 'cluster.yaml does not exist'],
      [
        ['prod', 'general-gpu'],
        { ...outputs, endpoint: 'https://x/\nevil: true' },
        'no valid endpoint',
      ],
      [
        ['prod', 'general-gpu'],
        { ...outputs, accountId: undefined },
        'no valid accountId',
      ],
    ])('refuses %j', (args, values, message) => {
      terraform(values);
      const result = run('publish-cluster-status.sh', '--dry-run', ...args);
      expect(result.code).toBe(1);
      expect(result.err).toContain(message);
      expect(result.out).not.toContain('kind:');
    });
  });

  it('are the files that must be executable', () => {
    const paths = Object.keys(renderCluster(specs.minimal).files);
    expect(paths.filter(isExecutable)).toEqual([
      'scripts/apply-karpenter-nodes.sh',
      'scripts/drain-karpenter-nodes.sh',
      'scripts/publish-cluster-status.sh',
    ]);
  });
});
