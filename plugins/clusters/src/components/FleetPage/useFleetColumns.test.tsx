import {
  filterWords,
  fleetFilterKey,
  parseFleetFilter,
} from '@clusterworks/plugin-clusters-common';
import { fleetRow } from '../../__testUtils__/fleetRow';
import { exact } from '../../__testUtils__/measures';
import { FILTER_OF_COLUMN } from './useFleetColumns';

describe('FILTER_OF_COLUMN', () => {
  // A row that each example finds, and which the negation of each leaves out.
  const wanted = fleetRow({
    ...{ name: 'payments-prod', verdict: 'critical' },
    headline: { text: 'subnet-a has no free addresses' },
    versions: {
      kubernetes: { observed: '1.34.1' },
      karpenter: { observed: '1.13.0' },
      cilium: { observed: '1.18.2' },
    },
    ...{ nodes: exact(6), cpuRequested: exact(9), cpuAllocatable: exact(10) },
    spotShare: exact(0.6),
    room: { addresses: exact(1), nodes: exact(8), hours: exact(1) },
    podsPending: exact(3),
    connection: { state: 'stale' },
  });

  it.each(Object.entries(FILTER_OF_COLUMN))(
    'the column %s can be filtered, with %s',
    (_column, word) => {
      expect(parseFleetFilter(word).problems).toEqual([]);
      const [{ key }] = filterWords(word);
      expect(key === undefined || fleetFilterKey(key)).toBeTruthy();
      expect(parseFleetFilter(word).matches(wanted)).toBe(true);
      expect(parseFleetFilter(`-${word}`).matches(wanted)).toBe(false);
    },
  );
});
