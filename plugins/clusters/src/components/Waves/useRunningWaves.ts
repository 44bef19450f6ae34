import { useCallback, useMemo } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { Wave } from '@clusterworks/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { useLive } from '../../hooks/useLive';
import type { WaveStepView } from './useWaveWords';

/** A cluster's step in a wave that is not over. */
export type FoundWave = { wave: Wave; step: WaveStepView };

/** All waves, kept fresh. */
export function useWaves() {
  const clustersApi = useApi(clustersApiRef);
  const load = useCallback(
    (signal: AbortSignal) => clustersApi.getWaves({ signal }),
    [clustersApi],
  );
  return useLive({ owner: clustersApi, key: 'waves', load });
}

/** The clusters in waves that are not over, by name. */
export function useRunningWaves(): ReadonlyMap<string, FoundWave> {
  const { value } = useWaves();
  return useMemo(
    () =>
      new Map(
        value?.items
          .filter(({ status }) => status !== 'done' && status !== 'stopped')
          .flatMap(wave =>
            wave.steps.map(step => [step.cluster, { wave, step }] as const),
          ),
      ),
    [value],
  );
}
