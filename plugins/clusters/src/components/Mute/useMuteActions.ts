import { useState } from 'react';
import type { MuteRequest } from '@clusterworks/plugin-clusters-common';
import { useClustersApi } from '../../hooks/useClustersApi';
import { useCluster } from '../../hooks/useCluster';
import { useMutes } from '../../hooks/useMutes';

/** Mutes and unmutes findings of a cluster, and says how that goes. */
export function useMuteActions(cluster: string): {
  /** True while the backend has not answered. */
  busy: boolean;
  error: Error | undefined;
  /** Resolves to whether it is done. */
  mute(finding: string, request: MuteRequest): Promise<boolean>;
  unmute(finding: string): Promise<boolean>;
} {
  const clustersApi = useClustersApi();
  const { refresh: refreshMutes } = useMutes(cluster);
  const { refresh: refreshCluster } = useCluster(cluster);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();

  async function act(change: () => Promise<unknown>): Promise<boolean> {
    setBusy(true);
    setError(undefined);
    try {
      await change();
      refreshMutes();
      refreshCluster();
      return true;
    } catch (cause) {
      setError(cause instanceof Error ? cause : new Error(String(cause)));
      return false;
    } finally {
      setBusy(false);
    }
  }

  return {
    busy,
    error,
    mute: (finding, request) =>
      act(() => clustersApi.muteFinding(cluster, finding, request)),
    unmute: finding => act(() => clustersApi.unmuteFinding(cluster, finding)),
  };
}
