import { clusterOf, healthy } from '../testing/cilium/testCluster';
import { viewCluster } from './viewCluster';

const now = '2026-11-22T20:00:00Z';
const START = Date.parse('2026-11-22T10:00:00Z');
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString();

const claim = (name: string, pool: string | undefined, total: number) => ({
  metadata: {
    name,
    creationTimestamp: at(0),
    labels: pool ? { 'karpenter.sh/nodepool': pool } : {},
  },
  status: {
    conditions: [
      { type: 'Launched', status: 'True', lastTransitionTime: at(2) },
      { type: 'Registered', status: 'True', lastTransitionTime: at(30) },
      { type: 'Initialized', status: 'True', lastTransitionTime: at(total) },
    ],
  },
});

const totalsOf = (nodeclaims: object[]) =>
  viewCluster(clusterOf({ ...healthy(), nodeclaims }), now)
    .karpenter.bootTimes?.filter(({ stage }) => stage === 'total')
    .map(({ nodePool, samples, p50, p95 }) => [nodePool, samples, p50, p95]);

describe('bootTimes', () => {
  it('summarises all boots together, and those of each pool', () => {
    expect(
      totalsOf([
        claim('a', 'general', 40),
        claim('b', 'general', 50),
        claim('c', 'gpu', 90),
        claim('d', undefined, 120),
      ]),
    ).toEqual([
      [undefined, 4, 50, 120],
      ['general', 2, 40, 50],
      ['gpu', 1, 90, 90],
    ]);
  });

  it('is empty when no boot was completed', () => {
    expect(totalsOf([])).toEqual([]);
  });
});
