import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessmentSchema } from '@clusterworks/plugin-clusters-common';
import { sharedDirectory, sharedPath } from '@clusterworks/test-support';
import { main } from '../main';
import { memoryIo } from '../testing/memoryIo';

const present = sharedPath('recorded', 'truth.json') !== undefined;

const run = present ? it : it.skip;

const call = async (args: string[], files: Record<string, string> = {}) => {
  const io = memoryIo(files);
  const code = await main(['node', 'clusters', ...args], io);
  return { code, out: io.out, err: io.err };
};

const nodeList = JSON.stringify({
  apiVersion: 'v1',
  kind: 'List',
  items: [
    {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'a', creationTimestamp: '2026-11-22T09:00:00Z' },
      status: {
        conditions: [
          {
            type: 'Ready',
            status: 'True',
            lastTransitionTime: '2026-11-22T09:01:00Z',
          },
        ],
      },
    },
  ],
});

describe('clusters doctor', () => {
  it('cannot judge a dump of nodes alone, says what is missing, and exits 2', async () => {
    const { code, out, err } = await call(['doctor', '--bundle', 'n.json'], {
      'n.json': nodeList,
    });
    expect(code).toBe(2);
    expect(out).toMatch(/^○ UNKNOWN/);
    expect(out).toContain('nodepools: notCollected');
    expect(err).toContain(
      'Judged as of 2026-11-22T09:01:00.000Z (newest time in the objects)',
    );
  });

  it('prints the assessment as JSON, and nothing else, to standard output', async () => {
    const { out } = await call(
      [
        'doctor',
        '--bundle',
        'nodes=n.json',
        '--output',
        'json',
        '--now',
        '2026-11-22T10:00:00Z',
      ],
      { 'n.json': nodeList },
    );
    const assessment = assessmentSchema.parse(JSON.parse(out));
    expect(assessment.observedAt).toBe('2026-11-22T10:00:00.000Z');
    expect(assessment.verdict).toBe('unknown');
  });

  it.each([
    [['doctor'], /either --context or --bundle/],
    [['doctor', '--bundle', 'absent.json'], /absent.json/],
    [['doctor', '--bundle', 'bad.json'], /bad.json is not JSON/],
    [['doctor', '--bundle', 'empty.json'], /write <resource>=empty.json/],
    [['doctor', '--bundle', 'cows=n.json'], /'cows' is no resource/],
    [['doctor', '--bundle', 'n.json', '--now', 'noon'], /RFC 3339/],
    [['doctor', '--explain', 'Z99'], /no code 'Z99'/],
    [
      ['doctor', '--bundle', 'capture.json'],
      /capture.json is no valid capture/,
    ],
  ])('refuses %j with exit 2', async (args, message) => {
    const { code, err, out } = await call(args, {
      'n.json': nodeList,
      'bad.json': 'apiVersion: v1',
      'empty.json': '{"kind":"List","apiVersion":"v1","items":[]}',
      'capture.json': '{"kind":"ClusterCapture"}',
    });
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(out).toBe('');
  });

  it.each(['karpenter/P3', 'p3', 'nodepool-limit'])(
    'explains %s',
    async code => {
      const { out } = await call(['doctor', '--explain', code]);
      expect(out).toContain('karpenter/P3 nodepool-limit');
      expect(out).toContain('Means:');
    },
  );

  run.each([
    ['healthy', 0],
    ['limit-reached', 1],
    ['node-not-ready', 1],
  ])('exits with the code of the verdict for %s', async (name, expected) => {
    const text = readFileSync(
      join(sharedDirectory, 'recorded', name, 'bundle.json'),
      'utf8',
    );
    const { code, out } = await call(['doctor', '--bundle', 'b.json'], {
      'b.json': text,
    });
    expect(code).toBe(expected);
    expect(out).toContain('Checks:');
  });

  it('says what a drain would do, and when it cannot know', async () => {
    const { code, out } = await call(
      ['doctor', '--bundle', 'n.json', '--drain', 'a'],
      { 'n.json': nodeList },
    );
    expect(out).toContain('A drain of a now');
    expect(out).toContain('Not sure: pods: notCollected');
    expect(code).toBe(2);
  });

  it('shows no control characters of the cluster on the terminal', async () => {
    const text = nodeList
      .replace('"a"', '"a\\u001b[2J"')
      .replace('True', 'False');
    const { out } = await call(['doctor', '--bundle', 'n.json'], {
      'n.json': text,
    });
    expect(out).not.toContain('\u001b');
  });
});
