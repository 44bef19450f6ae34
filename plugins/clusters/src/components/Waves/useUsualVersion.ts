import {
  parseFleetFilter,
  type WaveChange,
} from '@clusterworks/plugin-clusters-common';
import { useFleet } from '../../hooks/useFleet';
import { usualVersion } from './waveVersions';

/** Enough to know what most clusters may take. */
const CLUSTERS = 500;

/**
 * The version that a wave of the chosen clusters begins with. Undefined also
 * when the clusters cannot be read, or none of them may take a version.
 */
export function useUsualVersion(
  what: WaveChange['what'],
  filter: string,
  options: { paused: boolean },
): { usual?: string; isLoading: boolean } {
  const isReadable = parseFleetFilter(filter).problems.length === 0;
  const paused = options.paused || !isReadable;
  const { value, error } = useFleet(
    { filter, descending: false, limit: CLUSTERS },
    { paused },
  );
  const items =
    value?.selection.filter === filter ? value.fleet.items : undefined;
  return {
    usual: items && usualVersion(what, items),
    isLoading: !paused && !items && !error,
  };
}
