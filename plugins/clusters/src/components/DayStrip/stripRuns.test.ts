import type { HistoryCell } from '@clusterworks/plugin-clusters-common';
import { stripRuns, stripSummary } from './stripRuns';

const cells: HistoryCell[] = [
  {},
  { verdict: 'healthy', podsPending: 0 },
  { verdict: 'healthy', podsPending: 3 },
  { verdict: 'critical' },
  { verdict: 'healthy', podsPending: 1 },
];

describe('stripRuns', () => {
  it('gathers neighbours with the same verdict', () => {
    expect(stripRuns(cells)).toEqual([
      { verdict: undefined, from: 0, to: 1, mostPending: undefined },
      { verdict: 'healthy', from: 1, to: 3, mostPending: 3 },
      { verdict: 'critical', from: 3, to: 4, mostPending: undefined },
      { verdict: 'healthy', from: 4, to: 5, mostPending: 1 },
    ]);
    expect(stripRuns([])).toEqual([]);
  });
});

describe('stripSummary', () => {
  it('does not count time without a record as healthy', () => {
    expect(stripSummary(cells, 15)).toEqual({
      minutes: {
        ...{ healthy: 45, degraded: 0, critical: 15, unknown: 0 },
        unrecorded: 15,
      },
      mostPending: 3,
    });
    expect(stripSummary([{}], 15).mostPending).toBeUndefined();
  });
});
