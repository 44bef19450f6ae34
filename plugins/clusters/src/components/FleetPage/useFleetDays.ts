import { useMemo, useRef } from 'react';
import type { FleetHistoryResponse } from '@clusterworks/plugin-clusters-common';
import { useFleetHistory } from '../../hooks/useFleetHistory';
import type { Day } from '../DayStrip';

type Days = ReadonlyMap<string, Day>;

function daysOf(history: FleetHistoryResponse | undefined): Days {
  const { from = '', cellMinutes = 1, clusters = [] } = history ?? {};
  return new Map(
    clusters.map(({ name, cells }) => [name, { from, cellMinutes, cells }]),
  );
}

/**
 * The last 24 hours by name of the cluster: newest for these clusters, and as
 * they were last seen for those that were asked for before.
 */
export function useFleetDays(names: readonly string[]): Days {
  const history = useFleetHistory(names);
  const known = useRef<Days>(new Map());
  return useMemo(() => {
    known.current = new Map([...known.current, ...daysOf(history)]);
    return known.current;
  }, [history]);
}
