import { parseClusterSpecYaml } from '@clusterworks/plugin-clusters-spec';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processIo } from '../../io/CliIo';
import { main } from '../../main';
import { memoryIo } from '../../testing/memoryIo';

const { capture, aws } = JSON.parse(
  readFileSync(join(__dirname, '__fixtures__', 'payments.json'), 'utf8'),
);
const awsFiles = Object.keys(aws);
const files = Object.fromEntries(
  Object.entries({ 'capture.json': capture, ...aws }).map(([name, value]) => [
    name,
    JSON.stringify(value),
  ]),
);

/** Runs the command line; gives exit code, files and what it printed. */
async function run(more: Record<string, string>, ...args: string[]) {
  const io = memoryIo({ ...files, ...more });
  const code = await main(
    [
      ...['node', 'clusters', 'import', '--capture', 'capture.json'],
      ...['--aws', ...awsFiles, '--output', 'cluster.yaml', ...args],
    ],
    io,
  );
  return { code, out: io.out, err: io.err, yaml: io.files['cluster.yaml'] };
}

/** Takes the comments away from the fields, and fills them in. */
const filledIn = (questions: string) =>
  questions
    .replace('# registryMirrors:', 'registryMirrors: []')
    .replace('# networkPolicies:', 'networkPolicies: none')
    .replace('# version:', 'version: 3.5.0')
    .replace(/# (kmsKeyArn|ipamPoolId):/g, '$1: null')
    .replace(/# (serviceMonitors|dashboards|argocd):/g, '$1: false');

describe('clusters import', () => {
  it('prints what it must know, writes nothing, and takes it filled in', async () => {
    const first = await run({});
    expect([first.code, first.yaml]).toEqual([1, undefined]);
    expect(first.err).toContain('8 questions are open, nothing was written');
    expect(first.out).toContain(`spec:
  network:
    # Which IPAM pool was the range of the VPC allocated from?`);
    expect(first.out)
      .toContain(`    # spec.network.ipamPoolId: the id of an IPAM pool, such as ipam-pool-0123456789abcdef0, or null where there is none
    # ipamPoolId:
  cilium:
`);
    const unchanged = await run({ 'a.yaml': first.out }, '--answers', 'a.yaml');
    expect([unchanged.code, unchanged.out]).toEqual([1, first.out]);
    const second = await run(
      { 'a.yaml': filledIn(first.out) },
      ...['--answers', 'a.yaml', '--answer', 'metadata.system=checkout'],
    );
    expect([second.code, second.out, second.err]).toEqual([
      0,
      '',
      'Wrote cluster.yaml\n',
    ]);
    expect(parseClusterSpecYaml(second.yaml)).toMatchObject({
      metadata: { name: 'payments', system: 'checkout' },
      spec: { network: { vpcCidr: '10.40.0.0/16' } },
    });
  });

  it('names what differs on one line each, whatever it holds', async () => {
    const { err } = await run(
      {
        'list-nodegroups.json': JSON.stringify({
          nodegroups: ['system-20261101100000000000000001', 'a\u001b[2J\nb'],
        }),
        'more.json': JSON.stringify({
          nodegroup: {
            nodegroupName: 'a\u001b[2J\nb',
            clusterName: 'payments',
            scalingConfig: { minSize: 1, maxSize: 1 },
          },
        }),
      },
      '--aws',
      'more.json',
    );
    expect(err).toContain('differs: Node group a [2J b is not rendered');
    // eslint-disable-next-line no-control-regex
    expect(err).not.toMatch(/\u001b/);
  });

  it('writes over no file, and says all problems', async () => {
    const { out } = await run({});
    const answered = {
      'a.yaml': filledIn(out),
      'cluster.yaml': 'mine: true\n',
    };
    const there = await run(answered, '--answers', 'a.yaml');
    expect([there.code, there.yaml]).toEqual([2, 'mine: true\n']);
    expect(there.err).toContain('Could not write --output cluster.yaml');
    const wrong = await run(
      { 'a.yaml': filledIn(out) },
      ...['--answers', 'a.yaml', '--answer', 'spec.region=us-east-1'],
      ...['--answer', 'spec.cilium.networkPolicies=all'],
    );
    expect([wrong.code, wrong.yaml]).toEqual([2, undefined]);
    expect(wrong.err).toMatch(
      /spec\.region: was not asked for[^]*spec\.cilium\.networkPolicies: /,
    );
  });

  it.each([
    ['--answer', 'spec.environment', 'must be <path>=<value>'],
    ['--answers', 'none.yaml', 'no such file'],
    ['--capture', 'describe-vpcs.json', 'neither a capture'],
  ])('refuses %s %s', async (option, value, message) => {
    const { code, err, yaml } = await run({}, option, value);
    expect([code, err, yaml]).toEqual([
      2,
      expect.stringContaining(message),
      undefined,
    ]);
  });

  it('creates a real file once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'clusters-import-'));
    try {
      const io = processIo();
      const path = join(folder, 'clusters', 'prod', 'cluster.yaml');
      await io.create(path, 'a: 1\n');
      await expect(io.create(path, 'a: 2\n')).rejects.toThrow('EEXIST');
      expect(existsSync(path) && readFileSync(path, 'utf8')).toBe('a: 1\n');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
