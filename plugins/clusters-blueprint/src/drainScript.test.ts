/* eslint-disable jest/no-standalone-expect -- itWith makes tests */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasTool, itWith, writeFiles } from './__testUtils__/tools';
import { specs } from './__testUtils__/specs';
import { renderCluster } from './renderCluster';

const itWithBash = itWith(process.platform !== 'win32' && hasTool('bash'));

describe('drain-karpenter-nodes.sh', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'clusterworks-drain-'));
    writeFiles(root, renderCluster(specs.draining).files);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  function fake(name: string, script: string): void {
    writeFiles(join(root, 'bin'), {
      [name]: `#!/usr/bin/env bash\n${script}\n`,
    });
    chmodSync(join(root, 'bin', name), 0o755);
  }

  /** A stand-in for kubectl; NodeClaims are gone once they are deleted. */
  function kubectl(answers: {
    real?: string;
    karpenter?: string;
    pools?: string;
    stays?: boolean;
    /** Part of a command that the API server does not answer. */
    unanswered?: string;
  }) {
    writeFiles(root, { claims: 'nodeclaim.karpenter.sh/general-1\n' });
    fake(
      'kubectl',
      `echo "$*" >>"$ROOT/calls"
case "$*" in
  ${
    answers.unanswered
      ? `*'${answers.unanswered}'*) echo 'the server is gone' >&2; exit 1 ;;`
      : ''
  }
  *'configmap cilium-config'*) printf '%s' '${answers.real ?? 'draining'}' ;;
  *'name=karpenter'*) printf '%s' '${answers.karpenter ?? '2'}' ;;
  *'get nodepools'*) printf '${answers.pools ?? 'general draining 0\\n'}' ;;
  *'delete nodeclaims'*) ${answers.stays ? 'exit 0' : ': >"$ROOT/claims"'} ;;
  *'get nodeclaims'*'-o name') cat "$ROOT/claims" ;;
  *'get services'*) echo 'web LoadBalancer' ;;
esac`,
    );
    fake('sleep', 'exit 0');
  }

  function drain(...args: string[]) {
    const { status, stdout, stderr } = spawnSync(
      'bash',
      [
        join(root, 'scripts/drain-karpenter-nodes.sh'),
        ...['--cluster', 'draining', '--timeout', '0', ...args],
      ],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          PATH: `${join(root, 'bin')}:${process.env.PATH}`,
          ROOT: root,
        },
      },
    );
    return { code: status, out: stdout, err: stderr };
  }
  const calls = () => readFileSync(join(root, 'calls'), 'utf8');

  itWithBash('deletes NodeClaims, keeps NodePools, lists what is left', () => {
    kubectl({});
    const { code, out, err } = drain('--context', 'x');
    expect([code, err]).toEqual([0, '']);
    expect(calls()).toContain(
      '--context x delete nodeclaims.karpenter.sh --all --wait=false',
    );
    expect(calls()).not.toContain('delete nodepools');
    expect(out).toContain('web LoadBalancer');
  });

  itWithBash('changes nothing in a dry run', () => {
    kubectl({});
    const { code, out } = drain('--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('nodeclaim.karpenter.sh/general-1');
    expect(calls()).not.toContain('delete');
  });

  itWithBash('says which nodes do not go, and why that may be', () => {
    kubectl({ stays: true });
    const { code, err } = drain();
    expect(code).toBe(1);
    expect(err).toContain('a PodDisruptionBudget never lets the last ones go');
    expect(calls()).toContain('get poddisruptionbudgets -A');
  });

  itWithBash('drains nothing while the NodePools cannot be read', () => {
    kubectl({ unanswered: 'get nodepools' });
    const { code, err } = drain();
    expect(code).toBe(1);
    expect(err).toContain('the server is gone');
    expect(calls()).not.toContain('delete');
  });

  itWithBash('says of no cluster that it cannot read that it is empty', () => {
    kubectl({ unanswered: 'get nodeclaims' });
    const { code, out, err } = drain();
    expect(code).toBe(1);
    expect(err).toContain('the server is gone');
    expect(out).not.toContain('has no node');
  });

  itWithBash('stops when the cluster cannot be read any more', () => {
    kubectl({});
    const gone = `echo "$*" >>"$ROOT/calls"
case "$*" in
  *'get nodeclaims'*) [ ! -e "$ROOT/deleted" ] || { echo 'the server is gone' >&2; exit 1; } ;;
  *'delete nodeclaims'*) : >"$ROOT/deleted" ;;
esac`;
    const before = readFileSync(join(root, 'bin', 'kubectl'), 'utf8');
    fake('kubectl', `${gone}\n${before}`);
    const { code, out } = drain();
    expect(code).toBe(1);
    expect(out).not.toContain('has no node');
  });

  itWithBash.each<[string, Parameters<typeof kubectl>[0], string]>([
    [
      'another cluster',
      { real: 'payments' },
      'the context leads to cluster "payments", not to "draining"',
    ],
    [
      'a cluster without Karpenter',
      { karpenter: '' },
      'Karpenter has no available replica',
    ],
    [
      'a pool that launches nodes',
      { pools: 'general draining 0\\nteam  100\\n' },
      'not marked as draining with a limit of 0, and would launch nodes for the pods that are evicted: team.',
    ],
    [
      'a mark without the limit',
      { pools: 'general draining 100\\n' },
      'the pods that are evicted: general.',
    ],
  ])('refuses %s', (_, answers, message) => {
    kubectl(answers);
    const { code, err } = drain('--dry-run');
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(calls()).not.toContain('delete');
  });
});
