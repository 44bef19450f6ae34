import { bundleFrom, captureFromBundle } from './captureFromBundle';

const node = (name: string, time = '2026-11-22T09:00:00Z', more = {}) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name, creationTimestamp: time },
  ...more,
});
const list = (items: unknown[], kind = 'List', apiVersion = 'v1') =>
  JSON.stringify({ apiVersion, kind, items });
const kinds = (text: string, resource?: string) =>
  captureFromBundle([{ name: 'f', text, resource }], {
    now: '2026-11-22T10:00:00Z',
  }).resources.map(one => [one.resource, one.state, one.items.length]);

describe('bundleFrom', () => {
  it.each([
    [
      'a List of kubectl',
      list([node('a'), node('b')]),
      undefined,
      [['nodes', 'ok', 2]],
    ],
    [
      'a typed list without kinds',
      list([{ metadata: { name: 'a' } }], 'NodePoolList', 'karpenter.sh/v1'),
      undefined,
      [['nodepools.karpenter.sh', 'ok', 1]],
    ],
    [
      'an empty typed list',
      list([], 'NodeClaimList', 'karpenter.sh/v1'),
      undefined,
      [['nodeclaims.karpenter.sh', 'ok', 0]],
    ],
    [
      'an empty List that is named',
      list([]),
      'nodeclaims',
      [['nodeclaims.karpenter.sh', 'ok', 0]],
    ],
    [
      'a single object',
      JSON.stringify(node('a')),
      undefined,
      [['nodes', 'ok', 1]],
    ],
    [
      'kinds that are not read',
      list([{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' } }]),
      undefined,
      [],
    ],
    [
      'a kind of the same name in another group',
      list([
        {
          apiVersion: 'metrics.k8s.io/v1',
          kind: 'Node',
          metadata: { name: 'a' },
        },
      ]),
      undefined,
      [],
    ],
  ])('reads %s', (_, text, resource, expected) => {
    expect(kinds(text, resource)).toEqual(expected);
  });

  it('joins files, and keeps one copy of an object that is in two of them', () => {
    const capture = captureFromBundle(
      [
        { name: 'a', text: list([node('a'), node('b')]) },
        {
          name: 'b',
          text: list([node('b', '2026-11-22T09:30:00Z'), node('c')]),
        },
      ],
      {},
    );
    expect(capture.resources[0].items).toHaveLength(3);
  });

  it('takes the time of the caller, else of a capture, else the newest past time in the objects', () => {
    const dump = list([
      node('a', '2026-11-22T09:00:00Z', {
        metadata: {
          name: 'a',
          creationTimestamp: '2026-11-22T09:00:00Z',
          deletionTimestamp: '2026-11-22T11:00:00Z',
        },
        status: {
          conditions: [{ lastHeartbeatTime: '2026-11-22T09:40:00Z' }],
          capacityReservations: [{ endTime: '2030-01-01T00:00:00Z' }],
        },
      }),
    ]);
    const capture = JSON.stringify({
      apiVersion: 'clusterworks.dev/v1alpha1',
      kind: 'ClusterCapture',
      cluster: 'x',
      capturedAt: '2026-11-22T09:50:00Z',
      resources: [],
    });
    const from = (texts: string[], now?: string) => {
      const bundle = bundleFrom(
        texts.map(text => ({ name: 'f', text })),
        { now },
      );
      return [bundle.capture.capturedAt, bundle.timeFrom];
    };
    expect(from([dump])).toEqual([
      '2026-11-22T09:40:00.000Z',
      'newest time in the objects',
    ]);
    expect(from([capture, dump])).toEqual([
      '2026-11-22T09:50:00.000Z',
      'capture',
    ]);
    expect(from([capture, dump], '2026-11-22T10:00:00+01:00')).toEqual([
      '2026-11-22T09:00:00.000Z',
      'caller',
    ]);
    expect(() => from([list([{ apiVersion: 'v1', kind: 'Node' }])])).toThrow(
      'no time at all',
    );
  });
});
