import { ApiServerGuard } from '@clusterworks/plugin-clusters-node';
import { type KnownCluster } from '../discovery/KnownCluster';
import { ReadableProviders } from '../discovery/ReadableProviders';
import { readEntity } from '../discovery/readEntity';
import { clusterEntity } from './clusterEntity';

/** A cluster as discovery finds it, without an API server. */
export function knownCluster(name: string): KnownCluster {
  return readEntity(clusterEntity(name), {
    guard: new ApiServerGuard({ allowedHosts: [], privateHosts: [] }),
    providers: new ReadableProviders(new Map()),
    maySkipTlsVerify: false,
  });
}
