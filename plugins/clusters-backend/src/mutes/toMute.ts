import type { ClusterMute, Mute } from '@clusterworks/plugin-clusters-common';
import type { StoredMute } from './MuteStore';

/** A mute as answers show it at its finding. */
export function toMute({ reason, by, at, until }: StoredMute): Mute {
  return {
    ...{ reason, by },
    at: new Date(at).toISOString(),
    until: new Date(until).toISOString(),
  };
}

/** A mute as the list of a cluster's mutes shows it. */
export function toClusterMute(stored: StoredMute): ClusterMute {
  const { finding, title } = stored;
  return { finding, title, ...toMute(stored) };
}
