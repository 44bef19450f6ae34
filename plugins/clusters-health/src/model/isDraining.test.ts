import { assess } from '../assess/assess';
import { headlineOf } from '../assess/headlineOf';
import { ago, healthyWorld, NOW, nodePool, snapshotOf } from '../testing/world';
import type { World } from '../testing/world';

const atZero = { spec: { limits: { cpu: '0' } } };
const judge = (nodepools: World['nodepools']) =>
  assess(snapshotOf({ ...healthyWorld(), nodepools }), undefined, NOW)
    .assessment;

describe('a cluster that is being removed', () => {
  it.each([
    ['all pools have a limit of nothing', [nodePool('general', atZero)]],
    [
      'the limit is of nodes',
      [nodePool('general', { spec: { limits: { nodes: '0' } } })],
    ],
    ['a static pool has no node', [nodePool('a', { spec: { replicas: 0 } })]],
    [
      'pools are being deleted',
      [nodePool('a', { metadata: { deletionTimestamp: ago(3) } })],
    ],
    [
      'pools are labelled so',
      [
        nodePool('a', {
          metadata: { labels: { 'clusterworks.dev/phase': 'draining' } },
        }),
        nodePool('b', atZero),
      ],
    ],
  ] as [string, World['nodepools']][])('%s', (_, nodepools) => {
    expect(judge(nodepools).phase).toBe('draining');
  });

  it.each([
    ['one pool of two is turned off', [nodePool(), nodePool('gpu', atZero)]],
    [
      'a limit of one core',
      [nodePool('a', { spec: { limits: { cpu: '1' } } })],
    ],
    [
      'another label',
      [
        nodePool('a', {
          metadata: { labels: { 'clusterworks.dev/phase': 'running' } },
        }),
      ],
    ],
    ['there is no pool at all', []],
    ['pools cannot be read', 'forbidden'],
  ] as [string, World['nodepools']][])('is not meant: %s', (_, nodepools) => {
    expect(judge(nodepools).phase).toBe('running');
  });

  it('is reported when nothing is wrong', () => {
    const label = { 'clusterworks.dev/phase': 'draining' };
    const assessment = judge([nodePool('a', { metadata: { labels: label } })]);
    expect(assessment.verdict).toBe('healthy');
    expect(headlineOf(assessment).text).toBe(
      'The cluster is being taken down: its pools launch nothing',
    );
  });
});
