import { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import type { FoundCluster, KnownCluster } from '../discovery/KnownCluster';
import { ReadableProviders } from '../discovery/ReadableProviders';
import { readEntity } from '../discovery/readEntity';
import { clusterEntity } from './clusterEntity';

/** A cluster as discovery finds it, without an API server. */
export function foundCluster(
  name: string,
  options: Parameters<typeof clusterEntity>[1] = {},
): FoundCluster {
  return readEntity(clusterEntity(name, options), {
    guard: new ApiServerGuard({ allowedHosts: [], privateHosts: [] }),
    providers: new ReadableProviders(new Map()),
    maySkipTlsVerify: false,
    repositories: [],
  });
}

/** A cluster of the fleet, without an API server; its identity is its name. */
export function knownCluster(name: string): KnownCluster {
  return { ...foundCluster(name), identity: name, otherClaims: [] };
}
