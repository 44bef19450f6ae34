import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOW } from '@clusterworks/kube-fixtures';
import { allKinds } from '@clusterworks/plugin-clusters-health';
import fc from 'fast-check';
import { subnetFull } from '../__testUtils__/subnetFull';
import { judgeCapture } from './judgeCapture';
import { readCaptureFiles } from './readCaptureFiles';
import { replayApi } from './replayApi';

const shared = process.env.CLUSTERWORKS_SHARED_DIR ?? '';

/** A capture as the command line writes it. */
const objects = subnetFull();
const capture = (change: object = {}) => ({
  ...{ apiVersion: 'clusterworks.dev/v1alpha1', kind: 'ClusterCapture' },
  ...{ cluster: 'search-dev', capturedAt: NOW, serverVersion: 'v1.35.4' },
  resources: allKinds.map(({ groupResource, resource }) => ({
    ...{ resource: groupResource, state: 'ok' },
    items: objects[resource] ?? [],
  })),
  ...change,
});
const file = (value: unknown) => ({
  name: 'capture.json',
  text: typeof value === 'string' ? value : JSON.stringify(value),
});
const judge = (...values: unknown[]) => judgeCapture(values.map(file));

describe('judgeCapture', () => {
  it('judges a capture as the backend judges the cluster', async () => {
    const { detail, capturedAt } = await judge(capture());
    expect(Date.parse(capturedAt)).toBe(Date.parse(NOW));
    expect(detail.row).toMatchObject({
      name: 'search-dev',
      verdict: 'critical',
      headline: {
        text: expect.stringMatching(/gets no addresses in subnet-b/),
      },
    });
    expect(detail.view?.karpenter.nodePools).not.toEqual([]);
  });

  it('joins dumps, and calls unknown what is in none', async () => {
    const { detail } = await judge({
      ...{ apiVersion: 'v1', kind: 'List' },
      items: objects.nodes,
    });
    expect(detail.row.verdict).toBe('unknown');
    expect(
      detail.assessment?.sources.find(({ name }) => name === 'nodepools')
        ?.state,
    ).toBe('notCollected');
  });

  it('plans drains of a capture, and knows no other cluster', async () => {
    const replay = await judge(capture());
    const api = replayApi(replay);
    const [node] = replay.detail.view?.nodeList ?? [];
    const plan = await api.getDrainPlan('any', [node.name]);
    expect(plan.nodes).toMatchObject([{ node: node.name }]);
    await expect(api.getFleet()).rejects.toThrow(/does not hold/);
    await expect(
      api.muteFinding('any', 'f', { reason: 'x', until: NOW }),
    ).rejects.toThrow(/does not hold/);
  });

  const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' } };
  const many = (count: number) =>
    capture({
      resources: [
        { resource: 'nodes', state: 'ok', items: Array(count).fill(node) },
        {
          ...{ resource: 'pods', state: 'ok' },
          items: Array.from({ length: count }, (_, index) => ({
            metadata: { name: `p${index}`, namespace: 'x' },
          })),
        },
      ],
    });
  it.each<[what: string, value: unknown, says: RegExp]>([
    ['no JSON', '{', /is not JSON/],
    ['nothing', '', /is not JSON/],
    ['a list', '[]', /neither a capture nor a dump/],
    ['null', 'null', /neither a capture nor a dump/],
    ['an object of something else', { a: 1 }, /neither a capture/],
    ['no time at all', { kind: 'NodeList', items: [] }, /no time at all/],
    ['a capture of no time', capture({ capturedAt: 'now' }), /capturedAt/],
    ['a capture of nothing', capture({ resources: null }), /resources/],
    ['a capture of another format', capture({ apiVersion: 'x' }), /apiVersion/],
    [
      'a state that is none',
      capture({
        resources: [{ resource: 'nodes', state: 'great', items: [] }],
      }),
      /state/,
    ],
    ['too many objects', many(50_001), /pods are too many/],
    ['lists in lists', '['.repeat(2_000_000), /./],
  ])('refuses %s, and says why', async (_what, value, says) => {
    await expect(judge(value)).rejects.toThrow(says);
  });

  it.each<[what: string, value: string]>([
    ['a name like markup', '<img src=x onerror=alert(1)>'],
    ['a name that is a path', '../../etc/passwd'],
    ['a name of a prototype', '__proto__'],
    ['a name without end', 'a'.repeat(100_000)],
    ['a name that runs backwards', '\u202eabc'],
  ])('takes %s as a text', async (_what, cluster) => {
    const { detail } = await judge(capture({ cluster }));
    expect(detail.row.name).toBe(cluster.slice(0, 253));
    expect(detail.row.entityRef).toBe('resource:default/capture');
  });

  it('changes no prototype', async () => {
    const text = JSON.stringify(capture()).replace(
      '"metadata":{',
      '"metadata":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
    );
    await judge(text);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('gives pages what their types promise, whatever objects hold', async () => {
    const resources = capture().resources.filter(
      ({ items }) => (items as unknown[]).length > 0,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(resources.length - 1),
        fc.array(fc.jsonValue({ maxDepth: 4 }), { maxLength: 4 }),
        fc.jsonValue({ maxDepth: 5 }),
        async (index, items, part) => {
          const changed = resources.map((resource, at) => {
            const [first] = resource.items as object[];
            return at === index
              ? {
                  ...resource,
                  items: [
                    ...items,
                    { ...first, spec: part },
                    { ...first, status: part },
                    { ...first, metadata: part },
                  ],
                }
              : resource;
          });
          // Parsing the detail again is part of judging.
          const { detail } = await judge(capture({ resources: changed }));
          expect(detail.assessment).toBeDefined();
        },
      ),
      { numRuns: 60 },
    );
  });

  const recorded = ['recorded', 'reported'].flatMap(folder => {
    try {
      return readdirSync(join(shared, folder), { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(({ name }) => join(shared, folder, name));
    } catch {
      return [];
    }
  });
  (recorded.length > 0 ? describe : describe.skip)('recorded clusters', () => {
    it.each(recorded.length > 0 ? recorded : ['none'])(
      'open: %s',
      async folder => {
        const [name] = readdirSync(folder).filter(one =>
          /^(bundle|capture)\.json$/.test(one),
        );
        const text = readFileSync(join(folder, name), 'utf8');
        const { detail } = await judge(text);
        expect(detail.view?.nodeList?.length).toBeGreaterThan(0);
      },
    );
  });
});

describe('readCaptureFiles', () => {
  const sized = (size: number) => ({
    ...{ name: 'a.json', size },
    text: jest.fn(async () => '{}'),
  });

  it('reads files', async () => {
    expect(await readCaptureFiles([sized(2)])).toEqual([
      { name: 'a.json', text: '{}' },
    ]);
  });

  it.each([
    ['too many files', Array.from({ length: 61 }, () => sized(2)), /too many/],
    ['files that are too large', [sized(40e6), sized(40e6)], /64 MiB/],
  ])('reads nothing of %s', async (_, files, says) => {
    await expect(readCaptureFiles(files)).rejects.toThrow(says);
    expect(files[0].text).not.toHaveBeenCalled();
  });
});
