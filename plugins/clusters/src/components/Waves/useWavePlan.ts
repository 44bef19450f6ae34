import { useCallback, useRef } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  WavePlan,
  WaveRequest,
} from '@clusterworks/plugin-clusters-common';
import { clustersApiRef } from '../../api';
import { useLive, type Live } from '../../hooks/useLive';

/**
 * The plan of a wave, kept fresh. While its groups are asked for anew, the plan
 * before stays: it has the same clusters, and a button that vanishes under the
 * pointer cannot be pressed.
 */
export function useWavePlan(
  request: WaveRequest,
  options: { paused: boolean },
): Live<WavePlan> {
  const clustersApi = useApi(clustersApiRef);
  // No other number of the form changes the plan.
  const { change, filter, atOnce } = request;
  const chosen = JSON.stringify({ change, filter });
  const key = JSON.stringify({ change, filter, atOnce });
  const load = useCallback(
    (signal: AbortSignal) => clustersApi.planWave(JSON.parse(key), { signal }),
    [clustersApi, key],
  );
  const plan = useLive({
    owner: clustersApi,
    key: `wave plan ${key}`,
    load,
    paused: options.paused,
  });
  const before = useRef<{ chosen: string; value: WavePlan }>();
  if (plan.value) {
    before.current = { chosen, value: plan.value };
  }
  const kept = before.current?.chosen === chosen ? before.current : undefined;
  return { ...plan, value: plan.value ?? kept?.value };
}
