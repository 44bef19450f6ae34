import type { KnownCluster } from '../discovery/KnownCluster';

/** Equal for two descriptions of a cluster with the same connection. */
export function connectionKey({ details }: KnownCluster): string {
  return JSON.stringify(details ?? null);
}
